package dev.clickpath.recommendation.training;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberingTests {

	private final Sequences sequences = Crowd.of(new int[] { 7, 900 }, new int[] { 900, 3, 7 }, new int[] { 900 },
			new int[] { 12 });

	@Test
	void numbersWhatMostMetFirstAndLeavesNoGaps() {
		Numbering numbering = Numbering.of(this.sequences, Extent.MOST);
		assertThat(IntStream.range(0, numbering.size()).map(numbering::product)).containsExactly(900, 7, 3, 12);
		assertThat(IntStream.of(900, 12, 4, 50_000).map(numbering::numberOf)).containsExactly(0, 3, Numbering.NONE,
				Numbering.NONE);
	}

	@Test
	void leavesOutWhatFewMet() {
		Sequences numbered = Numbering.of(this.sequences, new Extent(2, 2)).of(this.sequences);
		assertThat(IntStream.range(0, numbered.events()).map(numbered::product)).containsExactly(1, 0, 0, 1, 0);
		assertThat(numbered.assortment()).isEqualTo(2);
		assertThat(numbered.visitors()).isEqualTo(4);
	}

	@Test
	void hasABlockWhereThatKnowsNearlyAllThatWasMet() {
		assertThat(Numbering.of(this.sequences, new Extent(9, 4)).block()).isEqualTo(4);
		assertThat(Numbering.of(this.sequences, new Extent(9, 3)).block()).isEqualTo(3);
		assertThat(Numbering.of(this.sequences, new Extent(9, 1)).block()).isZero();
	}

}
