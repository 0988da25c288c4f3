package dev.clickpath.recommendation.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.recommendation.events.BehaviourEvent.Hints;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FloodsTests {

	private Instant now = Instant.parse("2026-03-01T12:00:00Z");

	private final Floods floods = new Floods(24, 3, () -> this.now);

	@Test
	void letsSoManyThroughAtOnceInTheirOrder() {
		List<BehaviourEvent> told = events("robot", 30);
		assertThat(this.floods.dam(told)).isEqualTo(told.subList(0, 24));
		assertThat(this.floods.dam(told)).isEmpty();
	}

	@Test
	void doesNotMakeOnePayForAnother() {
		List<BehaviourEvent> told = new ArrayList<>(events("robot", 100));
		told.addAll(events("anna", 5));
		assertThat(this.floods.dam(told)).hasSize(29);
		assertThat(this.floods.dam(events("anna", 19))).hasSize(19);
	}

	@Test
	void letsAsManyThroughAgainWithinADay() {
		this.floods.dam(events("robot", 24));
		this.now = this.now.plus(Duration.ofHours(1));
		assertThat(this.floods.dam(events("robot", 5))).hasSize(1);
		this.now = this.now.plus(Duration.ofDays(30));
		assertThat(this.floods.dam(events("robot", 50))).hasSize(24);
	}

	@Test
	void letsThroughAgainWhatIsGivenBack() {
		this.floods.dam(events("anna", 24));
		this.floods.giveBack(events("anna", 10));
		assertThat(this.floods.dam(events("anna", 24))).hasSize(10);
		this.floods.giveBack(events("anna", 100));
		this.floods.giveBack(events("stranger", 5));
		assertThat(this.floods.dam(events("anna", 50))).hasSize(24);
		assertThat(this.floods.dam(events("stranger", 50))).hasSize(24);
	}

	@Test
	void remembersTheLatestVisitorsAlone() {
		this.floods.dam(events("robot", 24));
		this.floods.dam(events("a", 1));
		this.floods.dam(events("b", 1));
		assertThat(this.floods.dam(events("robot", 1))).isEmpty();
		this.floods.dam(events("c", 1));
		assertThat(this.floods.dam(events("robot", 1))).isEmpty();
		for (String other : List.of("d", "e", "f")) {
			this.floods.dam(events(other, 1));
		}
		assertThat(this.floods.dam(events("robot", 1))).hasSize(1);
	}

	private static List<BehaviourEvent> events(String visitor, int count) {
		List<BehaviourEvent> events = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			events.add(new BehaviourEvent(visitor, EventType.VIEW, "p" + i, null, Instant.EPOCH, Hints.NONE));
		}
		return events;
	}

}
