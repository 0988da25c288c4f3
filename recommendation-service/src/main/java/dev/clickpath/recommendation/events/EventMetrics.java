package dev.clickpath.recommendation.events;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts the events that are taken in, and those that are not.
 */
@Component
class EventMetrics {

	private final Map<EventType, Counter> taken = new EnumMap<>(EventType.class);

	private final Counter damped;

	private final Counter forgotten;

	private final Counter skipped;

	EventMetrics(MeterRegistry meters, EventWriter writer) {
		for (EventType type : EventType.values()) {
			this.taken.put(type,
					Counter.builder("clickpath.events.taken")
						.description("Events that are stored, now or since they were told before")
						.tag("type", type.word())
						.register(meters));
		}
		this.damped = left(meters, "damped");
		this.forgotten = left(meters, "forgotten");
		this.skipped = left(meters, "invalid");
		Gauge.builder("clickpath.events.unwritten", writer, EventWriter::waiting)
			.description("Events that wait to be written")
			.register(meters);
	}

	private static Counter left(MeterRegistry meters, String reason) {
		return Counter.builder("clickpath.events.left")
			.description("Events that were not taken, and why")
			.tag("reason", reason)
			.register(meters);
	}

	void count(List<BehaviourEvent> taken, Receipt receipt) {
		taken.forEach((event) -> Objects.requireNonNull(this.taken.get(event.type())).increment());
		this.damped.increment(receipt.damped());
		this.forgotten.increment(receipt.forgotten());
		this.skipped.increment(receipt.skipped().size());
	}

}
