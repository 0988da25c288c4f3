package dev.clickpath.catalog.ranking;

import java.util.List;
import java.util.Set;

import dev.clickpath.catalog.ranking.Part.Link;

/**
 * Finds the word of a title that names the thing: the last one of the first phrase, in
 * front of any "for" or "with", sizes and numbers aside. English puts it there: a laptop
 * bag is a bag.
 */
final class Heads {

	private static final Set<String> BEHIND = Set.of("for", "with", "by", "in", "of", "to", "from", "at", "without",
			"compatible", "fits", "and");

	/** What stands behind these says what a thing is wanted for. */
	private static final Set<String> PURPOSE = Set.of("for", "while", "when", "during");

	private static final int SHORTEST = 3;

	private Heads() {
	}

	/**
	 * Its place among the words, or -1.
	 */
	static int of(List<Chunk> chunks) {
		int head = -1;
		for (int i = 0; i < chunks.size(); i++) {
			Chunk chunk = chunks.get(i);
			if (head >= 0 && (chunk.link() == Link.APART || BEHIND.contains(chunk.surface()))) {
				break;
			}
			if (chunk.isWord() && chunk.surface().length() >= SHORTEST && !chunk.isLittle() && !isUnit(chunks, i)) {
				head = i;
			}
		}
		return head;
	}

	/**
	 * The place of the word behind which a query says what the thing is wanted for, or
	 * the end.
	 */
	static int purpose(List<Chunk> query) {
		for (int i = 1; i < query.size(); i++) {
			if (PURPOSE.contains(query.get(i).surface())) {
				return i;
			}
		}
		return query.size();
	}

	private static boolean isUnit(List<Chunk> chunks, int at) {
		return at > 0 && chunks.get(at - 1).isNumber()
				&& Units.word(chunks.get(at - 1).surface(), chunks.get(at).surface()) != null;
	}

}
