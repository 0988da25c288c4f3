package dev.clickpath.catalog.ranking;

import java.util.List;

import dev.clickpath.catalog.ranking.Part.Link;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers that have their unit in the word behind them: {@code 16 GB}.
 */
final class Measures {

	/** Three in one are not three inches. */
	private static final String AMBIGUOUS = "in";

	private Measures() {
	}

	/**
	 * The word for the number there and its unit, or null when there is none.
	 */
	static @Nullable String at(List<Chunk> chunks, int at) {
		if (at < 0 || at + 1 >= chunks.size()) {
			return null;
		}
		Chunk number = chunks.get(at);
		Chunk unit = chunks.get(at + 1);
		if (!number.isNumber() || !unit.isWord() || unit.link() == Link.APART) {
			return null;
		}
		boolean ambiguous = unit.surface().equals(AMBIGUOUS) && at + 2 < chunks.size()
				&& chunks.get(at + 2).link() != Link.APART;
		return (ambiguous || (unit.isLittle() && !unit.surface().equals(AMBIGUOUS))) ? null
				: Units.word(number.surface(), unit.surface());
	}

	/**
	 * The word for a code that is a number with its unit, or null when it is none:
	 * {@code 16gb}.
	 */
	static @Nullable String of(Chunk code) {
		List<Part> parts = code.parts();
		return (parts.size() == 2 && parts.getFirst().number())
				? Units.word(parts.getFirst().text(), parts.getLast().text()) : null;
	}

}
