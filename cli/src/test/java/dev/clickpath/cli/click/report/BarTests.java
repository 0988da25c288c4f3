package dev.clickpath.cli.click.report;

import java.util.List;

import dev.clickpath.cli.click.timeline.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BarTests {

	private final Bar bar = new Bar(100, 10);

	@Test
	void drawsEachStretchWhereItWas() {
		assertThat(this.bar.of(List.of(segment('n', 0, 20), segment('.', 20, 70), segment('#', 80, 100))))
			.isEqualTo("nn..... ##");
	}

	@Test
	void showsWhatMostOfACharactersTimeWasSpentWith() {
		assertThat(this.bar.of(List.of(segment('c', 10, 12), segment('t', 12, 19), segment('.', 19, 20))))
			.isEqualTo(" t");
	}

	@Test
	void showsWhatTookNextToNothingWhereNothingElseIs() {
		assertThat(this.bar.of(List.of(segment('u', 35, 35), segment('p', 100, 100)))).isEqualTo("   u     p");
		assertThat(this.bar.of(List.of(segment('u', 35, 35), segment('#', 30, 40)))).isEqualTo("   #");
	}

	@Test
	void drawsAClickThatTookNoTime() {
		assertThat(new Bar(0, 10).of(List.of(segment('#', 0, 0)))).isEqualTo("#");
	}

	private static Segment segment(char mark, long from, long to) {
		return new Segment(mark, new Span(from, to));
	}

}
