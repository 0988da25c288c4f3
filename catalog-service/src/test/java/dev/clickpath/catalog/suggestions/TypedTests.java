package dev.clickpath.catalog.suggestions;

import java.util.Random;
import java.util.stream.IntStream;

import dev.clickpath.catalog.ranking.Edits;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTests {

	private static final String LETTERS = "abc";

	@RepeatedTest(20)
	void takesWhatBeginsMuchLikeItAndNothingElse(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		Typed typed = Typed.right(word(random, 4 + random.nextInt(8))).perhapsWrong();
		Automaton automaton = typed.automaton();
		for (int i = 0; i < 300; i++) {
			String word = word(random, 1 + random.nextInt(14));
			assertThat(Operations.run(automaton, word)).as("%s for %s", word, typed).isEqualTo(beginsLike(typed, word));
		}
	}

	private static boolean beginsLike(Typed typed, String word) {
		return word.charAt(0) == typed.beginning().charAt(0) && IntStream.rangeClosed(1, word.length())
			.mapToObj((length) -> word.substring(1, length))
			.anyMatch((begun) -> Edits.distance(typed.beginning().substring(1), begun) <= typed.edits());
	}

	private static String word(Random random, int length) {
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < length; i++) {
			word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return word.toString();
	}

}
