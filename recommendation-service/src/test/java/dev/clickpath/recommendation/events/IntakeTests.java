package dev.clickpath.recommendation.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import dev.clickpath.recommendation.events.BehaviourEvent.Hints;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IntakeTests {

	private final List<Object> published = new ArrayList<>();

	private Function<List<BehaviourEvent>, List<Outcome>> store = all(Outcome.STORED);

	private final Intake intake = intake(
			new EventProperties(100, DataSize.ofKilobytes(1), Duration.ZERO, 10, 100, Duration.ZERO));

	@Test
	void countsOfAVisitorWhatIsNewAlone() {
		assertThat(this.intake.take(events(6), List.of())).isEqualTo(new Receipt(6, 0, 0, List.of()));
		this.store = all(Outcome.KNOWN);
		assertThat(this.intake.take(events(4), List.of())).isEqualTo(new Receipt(4, 0, 0, List.of()));
		this.store = all(Outcome.FORGOTTEN);
		assertThat(this.intake.take(events(4), List.of())).isEqualTo(new Receipt(0, 0, 4, List.of()));
		this.store = all(Outcome.STORED);
		assertThat(this.intake.take(events(6), List.of())).isEqualTo(new Receipt(4, 2, 0, List.of()));
	}

	@Test
	void countsNothingThatCouldNotBeStored() {
		this.store = (events) -> {
			throw new DataAccessResourceFailureException("away");
		};
		assertThatExceptionOfType(EventsUnavailableException.class)
			.isThrownBy(() -> this.intake.take(events(10), List.of()));
		assertThat(this.published).isEmpty();
		this.store = all(Outcome.STORED);
		assertThat(this.intake.take(events(10), List.of())).isEqualTo(new Receipt(10, 0, 0, List.of()));
		assertThat(this.published).containsExactly(new EventsStored());
	}

	private Intake intake(EventProperties properties) {
		EventWriter writer = new EventWriter((events) -> this.store.apply(events), properties);
		return new Intake(properties, () -> Instant.EPOCH, writer, this.published::add,
				new EventMetrics(new SimpleMeterRegistry(), writer));
	}

	private static Function<List<BehaviourEvent>, List<Outcome>> all(Outcome outcome) {
		return (events) -> Collections.nCopies(events.size(), outcome);
	}

	private static List<BehaviourEvent> events(int count) {
		return Collections.nCopies(count,
				new BehaviourEvent("anna", EventType.VIEW, "kettle", null, Instant.EPOCH, Hints.NONE));
	}

}
