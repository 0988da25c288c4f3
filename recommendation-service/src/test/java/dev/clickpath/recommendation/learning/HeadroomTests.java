package dev.clickpath.recommendation.learning;

import java.time.Instant;
import java.util.stream.IntStream;

import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Kind;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Tuning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeadroomTests {

	private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

	private final Model model = new Model(Tuning.DEFAULT);

	@BeforeEach
	void learn() {
		this.model.learn(IntStream.range(0, 2_000)
			.mapToObj((i) -> new Interaction("v" + i, "p" + i % 5, Kind.VIEW, NOW.plusSeconds(i)))
			.toList());
	}

	@Test
	void leavesAllAsItIsWhileThereIsRoom() {
		new Headroom(this.model, new Room(() -> Headroom.BYTES)).keep();
		assertThat(this.model.sequences().events()).isEqualTo(2_000);
	}

	@Test
	void letsGoOfThoseLongestAwayUntilThereIsRoomAgain() {
		new Headroom(this.model, new Room(() -> (this.model.sequences().events() > 1_200) ? 0 : Headroom.BYTES)).keep();
		assertThat(this.model.sequences().events()).isEqualTo(1_125);
		assertThat(this.model.trail("v1999", 1).viewed()).isNotEmpty();
		assertThat(this.model.trail("v0", 1).viewed()).isEmpty();
	}

	@Test
	void comesToAnEnd() {
		new Headroom(this.model, new Room(() -> 0)).keep();
		assertThat(this.model.sequences().events()).isEqualTo(1_000);
		assertThat(this.model.trending(10)).hasSize(5);
	}

}
