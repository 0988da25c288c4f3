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

	/**
	 * Of more parts that hang together only the beginnings are found, and each code of
	 * them.
	 */
	private static final int MOST_PARTS = 6;

	/** So many codes that hang together are read one by one. */
	private static final int MOST_CODES = 24;

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
				if (!chunk.plain().equals(chunk.term())) {
					add(chunk.plain(), field.weigh(weight, chunks.size()) / divisor);
				}
			}
			if (i > 0) {
				besides(chunks.get(i - 1), chunk, field, field.weigh(field.pair(), chunks.size()) / divisor);
			}
			if (chunk.link() != Link.JOINED && hasParts(chunks, i)) {
				codes(chunks.subList(i, end(chunks, i)), field.weigh(field.weight(), chunks.size()) / divisor);
			}
		}
		this.ofField.forEach((term, weight) -> this.weights.merge(term, weight, Integer::sum));
	}

	private void besides(Chunk before, Chunk chunk, TextField field, int weight) {
		boolean words = !before.isLittle() && !chunk.isLittle();
		if (field.pair() > 0 && chunk.link() == Link.SPACED && (words || before.bindsWith(chunk))) {
			add(before.term() + chunk.term(), weight);
			if (!before.plain().equals(before.term()) || !chunk.plain().equals(chunk.term())) {
				add(before.plain() + chunk.plain(), weight);
			}
		}
	}

	private static boolean hasParts(List<Chunk> chunks, int at) {
		return chunks.get(at).isCode() || (at + 1 < chunks.size() && chunks.get(at + 1).link() == Link.JOINED);
	}

	/** Where the words end that hang together from there on. */
	private static int end(List<Chunk> chunks, int from) {
		int end = from + 1;
		while (end < chunks.size() && chunks.get(end).link() == Link.JOINED) {
			end++;
		}
		return end;
	}

	private void codes(List<Chunk> together, int weight) {
		List<String> parts = parts(together);
		code(parts, weight);
		if (parts.size() > MOST_PARTS && together.size() > 1) {
			together.stream()
				.filter(Chunk::isCode)
				.limit(MOST_CODES)
				.forEach((chunk) -> code(parts(List.of(chunk)), weight));
		}
	}

	private static List<String> parts(List<Chunk> together) {
		List<String> parts = new ArrayList<>();
		for (Chunk chunk : together) {
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
		runs(parts, weight);
		List<String> plain = parts.stream().map(Units::plain).toList();
		if (!plain.equals(parts)) {
			runs(plain, weight);
		}
	}

	private void runs(List<String> parts, int weight) {
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
