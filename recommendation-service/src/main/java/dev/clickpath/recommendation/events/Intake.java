package dev.clickpath.recommendation.events;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes events in: holds back what no shopper does, has the rest stored, and says what
 * became of them.
 */
@Component
final class Intake {

	private static final int VISITORS = 100_000;

	private final Floods floods;

	private final EventWriter writer;

	private final ApplicationEventPublisher publisher;

	private final EventMetrics metrics;

	Intake(EventProperties properties, InstantSource clock, EventWriter writer, ApplicationEventPublisher publisher,
			EventMetrics metrics) {
		this.floods = new Floods(properties.mostOfOne(), VISITORS, clock);
		this.writer = writer;
		this.publisher = publisher;
		this.metrics = metrics;
	}

	/**
	 * Returns when they are stored for good.
	 * @param told the events of a request
	 * @param skipped its rows that are none
	 */
	Receipt take(List<BehaviourEvent> told, List<BadRow> skipped) {
		List<BehaviourEvent> passed = this.floods.dam(told);
		List<Outcome> outcomes = passed.isEmpty() ? List.of() : store(passed);
		int forgotten = Collections.frequency(outcomes, Outcome.FORGOTTEN);
		Receipt receipt = new Receipt(passed.size() - forgotten, told.size() - passed.size(), forgotten, skipped);
		this.metrics.count(without(Outcome.FORGOTTEN, passed, outcomes), receipt);
		return receipt;
	}

	/** Only what is new uses up of what is let through of a visitor. */
	private List<Outcome> store(List<BehaviourEvent> events) {
		List<Outcome> outcomes;
		try {
			outcomes = Writing.now(() -> this.writer.write(events));
		}
		catch (RuntimeException ex) {
			this.floods.giveBack(events);
			throw ex;
		}
		this.floods.giveBack(without(Outcome.STORED, events, outcomes));
		this.publisher.publishEvent(new EventsStored());
		return outcomes;
	}

	private static List<BehaviourEvent> without(Outcome outcome, List<BehaviourEvent> events, List<Outcome> outcomes) {
		List<BehaviourEvent> rest = new ArrayList<>();
		for (int i = 0; i < events.size(); i++) {
			if (outcomes.get(i) != outcome) {
				rest.add(events.get(i));
			}
		}
		return rest;
	}

}
