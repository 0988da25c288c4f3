package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.clickpath.catalog.ranking.Part.Link;

/**
 * The words a product can be found by and what each weighs. Beside the words themselves
 * these are two words side by side as one ({@code powerbank}), numbers with their units,
 * and every run of the parts of a code, so that {@code WH-1000XM4} is found by
 * {@code wh1000}, {@code 1000xm4} and {@code wh1000xm4}, too.
 */
final class TermWeights {

	/** What stands behind these belongs to another thing. */
	private static final Set<String> FOREIGN = Set.of("for", "with", "compatible", "fits", "without");

	/** Codes of more parts are found by their beginnings alone. */
	private static final int MOST_PARTS = 6;

	/** Two words as one; an index takes no endless terms (Lucene: 32,766 bytes). */
	private static final int LONGEST = 2 * Chunks.LONGEST;

	private final Map<String, Integer> weights = new HashMap<>();

	private final Map<String, Integer> ofField = new HashMap<>();

	/**
	 * Adds a text. A word that comes again in the same text weighs no more: repeating it
	 * makes nothing more relevant.
	 */
	void add(List<Chunk> chunks, TextField field) {
		this.ofField.clear();
		boolean foreign = false;
		int head = (field.head() > 0) ? Heads.of(chunks) : -1;
		for (int i = 0; i < chunks.size(); i++) {
			Chunk chunk = chunks.get(i);
			foreign = (foreign && chunk.link() != Link.APART) || FOREIGN.contains(chunk.surface());
			int divisor = foreign ? 2 : 1;
			String measure = Measures.at(chunks, i - 1);
			if (measure != null) {
				add(measure, field.weight() / divisor);
			}
			if (!chunk.isLittle()) {
				int weight = field.weight() + ((i == head) ? field.head() : 0);
				add(chunk.term(), field.weigh(weight, chunks.size()) / divisor);
				if (field.kin() && !chunk.stem().equals(chunk.term())) {
					add(chunk.kin(), field.weigh(weight, chunks.size()) / divisor);
				}
				if (i > 0) {
					besides(chunks.get(i - 1), chunk, field, field.weigh(field.pair(), chunks.size()) / divisor);
				}
			}
			if (chunk.link() != Link.JOINED && hasParts(chunks, i)) {
				code(compound(chunks, i), field.weigh(field.weight(), chunks.size()) / divisor);
			}
		}
		this.ofField.forEach((term, weight) -> this.weights.merge(term, weight, Integer::sum));
	}

	private void besides(Chunk before, Chunk chunk, TextField field, int weight) {
		if (chunk.link() == Link.APART || before.isLittle()) {
			return;
		}
		if (field.pair() > 0 && chunk.link() == Link.SPACED) {
			add(before.term() + chunk.term(), weight);
		}
	}

	private static boolean hasParts(List<Chunk> chunks, int at) {
		return chunks.get(at).isCode() || (at + 1 < chunks.size() && chunks.get(at + 1).link() == Link.JOINED);
	}

	/** The parts of the words that hang together from there on. */
	private static List<String> compound(List<Chunk> chunks, int from) {
		List<String> parts = new ArrayList<>();
		for (int i = from; i < chunks.size() && (i == from || chunks.get(i).link() == Link.JOINED); i++) {
			Chunk chunk = chunks.get(i);
			if (chunk.isWord()) {
				parts.add(chunk.term());
			}
			else {
				chunk.parts().forEach((part) -> parts.add(part.text()));
			}
		}
		return parts;
	}

	private void code(List<String> parts, int weight) {
		for (int from = 0; from < parts.size() && (from == 0 || parts.size() <= MOST_PARTS); from++) {
			StringBuilder joined = new StringBuilder();
			for (int to = from; to < parts.size() && to < 2 * MOST_PARTS; to++) {
				joined.append(parts.get(to));
				boolean whole = to - from + 1 == parts.size();
				add(joined.toString(), whole ? weight : Math.max(1, weight / 2));
				if (to == from + 1) {
					String measure = Units.word(parts.get(from), parts.get(to));
					if (measure != null) {
						add(measure, weight);
					}
				}
			}
		}
	}

	private void add(String term, int weight) {
		String bounded = (term.length() > LONGEST) ? term.substring(0, LONGEST) : term;
		this.ofField.merge(bounded, Math.max(1, weight), Math::max);
	}

	/**
	 * The words of the text that was added last.
	 */
	Set<String> last() {
		return this.ofField.keySet();
	}

	Map<String, Integer> all() {
		return this.weights;
	}

}
