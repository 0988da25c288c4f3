package dev.clickpath.recommendation.learning;

import java.time.Instant;
import java.util.List;

import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Kind;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Tuning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RelearningTests {

	private final Model model = new Model(Tuning.DEFAULT);

	@BeforeEach
	void forget() {
		this.model.learn(List.of(new Interaction("anna", "kettle", Kind.VIEW, Instant.EPOCH)));
		this.model.remember("anna", List.of());
	}

	@Test
	void waitsForSomebodyWhoIsForgotten() {
		Relearning relearning = new Relearning(this.model, new Room(() -> Long.MAX_VALUE));
		relearning.runIfDue();
		assertThat(this.model.trending(10)).hasSize(1);
		relearning.ask();
		relearning.runIfDue();
		assertThat(this.model.trending(10)).isEmpty();
	}

	@Test
	void isPutOffWhereTheHeapHasNoRoom() {
		Relearning relearning = new Relearning(this.model, new Room(() -> -1));
		relearning.ask();
		relearning.runIfDue();
		assertThat(this.model.trending(10)).hasSize(1);
	}

}
