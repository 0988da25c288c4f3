package dev.clickpath.recommendation.training;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HoldoutTests {

	@Test
	void holdsOutSimulatedVisitorsWhileThereIsLittleElse() {
		Sequences sequences = visitors(Holdout.ENOUGH - 1, 1_000);
		assertThat(held(sequences, Holdout.of(sequences, 10_000))).isEqualTo(Holdout.ENOUGH - 1 + 1_000);
	}

	@Test
	void holdsOutRealVisitorsOnlyOnceTheyAreEnough() {
		Sequences sequences = visitors(Holdout.ENOUGH, 1_000);
		Holdout holdout = Holdout.of(sequences, 10_000);
		assertThat(held(sequences, holdout)).isEqualTo(Holdout.ENOUGH);
		assertThat(holdout.holds(sequences, Holdout.ENOUGH)).isFalse();
	}

	@Test
	void holdsOutNoMoreThanIsWanted() {
		Sequences sequences = visitors(2_000, 0);
		assertThat(held(sequences, Holdout.of(sequences, 600))).isEqualTo(500);
	}

	/** First the real ones. */
	private static Sequences visitors(int real, int simulated) {
		Sequences sequences = new Sequences(0);
		for (int visitor = 0; visitor < real + simulated; visitor++) {
			sequences.add(new int[] { 1, 2, 3 }, new byte[] { 1, 1, 1 }, visitor >= real);
		}
		return sequences;
	}

	private static long held(Sequences sequences, Holdout holdout) {
		return IntStream.range(0, sequences.visitors()).filter((visitor) -> holdout.holds(sequences, visitor)).count();
	}

}
