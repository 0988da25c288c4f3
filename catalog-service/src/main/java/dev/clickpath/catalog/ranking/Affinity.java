package dev.clickpath.catalog.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which kinds of things a word means, learnt from the catalogue: where the words that
 * name the things are found most. "Laptop" names laptops, and bags only in front of
 * "bag".
 */
final class Affinity {

	private static final int MOST_WORDS = 60_000;

	/** Of a word that hardly occurs nothing can be learnt. */
	private static final int FEWEST = 2;

	private static final int[] NOTHING = {};

	/** For each word kind after kind: its number, how many. */
	private final Map<String, int[]> counts = new HashMap<>();

	/**
	 * Learns from a product.
	 * @param named what it is called: its title, its category and the like
	 * @param kind the number of its kind
	 */
	synchronized void learn(List<List<Chunk>> named, int kind) {
		Set<String> heads = new HashSet<>();
		named.forEach((text) -> addHeads(text, heads));
		heads.forEach((head) -> count(head, kind));
	}

	private static void addHeads(List<Chunk> text, Set<String> heads) {
		int head = Heads.of(text);
		if (head >= 0) {
			heads.add(text.get(head).term());
			if (head > 0 && text.get(head).link() != Part.Link.APART) {
				heads.add(text.get(head - 1).term() + text.get(head).term());
			}
		}
	}

	private void count(String word, int kind) {
		int[] known = this.counts.get(word);
		if (known == null) {
			if (this.counts.size() < MOST_WORDS) {
				this.counts.put(word, new int[] { kind, 1 });
			}
			return;
		}
		for (int i = 0; i < known.length; i += 2) {
			if (known[i] == kind) {
				known[i + 1]++;
				return;
			}
		}
		int[] longer = Arrays.copyOf(known, known.length + 2);
		longer[known.length] = kind;
		longer[known.length + 1] = 1;
		this.counts.put(word, longer);
	}

	/**
	 * What is meant by a query, or null when it names nothing. What follows "for" and the
	 * like is not what the shopper wants to have.
	 */
	synchronized @Nullable Meaning of(List<Chunk> query) {
		int end = Heads.of(query) + 1;
		for (int i = end - 1; i > 0; i--) {
			int[] pair = known(query.get(i - 1).term() + query.get(i).term());
			if (pair.length > 0) {
				return new Meaning(query.get(i), pair);
			}
		}
		for (int i = end - 1; i >= 0; i--) {
			int[] word = known(query.get(i).term());
			if (word.length > 0) {
				return new Meaning(query.get(i), word);
			}
		}
		return null;
	}

	private int[] known(String word) {
		int[] found = this.counts.getOrDefault(word, NOTHING);
		int total = 0;
		for (int i = 1; i < found.length; i += 2) {
			total += found[i];
		}
		return (total >= FEWEST) ? found : NOTHING;
	}

}
