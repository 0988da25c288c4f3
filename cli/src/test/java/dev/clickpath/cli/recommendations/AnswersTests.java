package dev.clickpath.cli.recommendations;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTests {

	@Test
	void tellWhatHalfAndNearlyAllOfThemTook() {
		Answers answers = Answers.of(IntStream.range(0, 1_000)
			.mapToObj((number) -> new Answers.Time(1_000 - number, number / 1_000f))
			.toList(), 2);
		assertThat(answers.p50()).isEqualTo(501);
		assertThat(answers.p99()).isEqualTo(991);
		assertThat(answers.modelP50()).isEqualTo(0.5f);
		assertThat(answers.perSecond()).isEqualTo(500);
	}

	@Test
	void areNothingWhereThereAreNone() {
		assertThat(Answers.of(List.of(), 1)).isEqualTo(new Answers(0, 0, 0, 0, 0));
	}

}
