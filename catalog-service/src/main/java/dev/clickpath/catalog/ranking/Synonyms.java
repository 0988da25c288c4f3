package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Words that shoppers use for the same thing, from a file people can edit: a line
 * {@code tv, television} makes each stand for the other, {@code notebook => laptop} the
 * first for the second only, and {@code #} begins a remark. Each may be two words.
 */
public final class Synonyms {

	/** The word that was typed is worth more than one that stands for it. */
	private static final float WORTH = 0.7f;

	private static final int LONGEST = 3;

	/** By words joined: what they may be instead. */
	private final Map<String, Map<String, Float>> others = new HashMap<>();

	private Synonyms() {
	}

	public static Synonyms none() {
		return new Synonyms();
	}

	/**
	 * Those of the lines of a file.
	 * @throws IllegalArgumentException for a line that says nothing
	 */
	public static Synonyms of(List<String> lines) {
		Synonyms synonyms = new Synonyms();
		Chunks texts = new Chunks();
		for (String line : lines) {
			String rule = line.replaceFirst("#.*", "").strip();
			if (!rule.isEmpty()) {
				String[] sides = rule.split("=>", 2);
				List<String> left = words(sides[0], texts);
				List<String> right = (sides.length > 1) ? words(sides[1], texts) : left;
				if (left.isEmpty() || right.isEmpty() || (sides.length == 1 && left.size() < 2)) {
					throw new IllegalArgumentException(
							"\"%s\" names nothing that stands for something".formatted(line));
				}
				synonyms.add(left, right);
			}
		}
		return synonyms;
	}

	private static List<String> words(String side, Chunks texts) {
		List<String> words = new ArrayList<>();
		for (String word : side.split(",", -1)) {
			String whole = Question.whole(texts.of(word));
			if (!whole.isEmpty()) {
				words.add(whole);
			}
		}
		return words;
	}

	private void add(List<String> left, List<String> right) {
		for (String word : left) {
			for (String other : right) {
				if (!other.equals(word)) {
					this.others.computeIfAbsent(word, (first) -> new LinkedHashMap<>()).put(other, WORTH);
				}
			}
		}
	}

	/**
	 * Adds to what was typed what it may be instead.
	 * @param concepts by the places of the words
	 */
	void extend(List<Chunk> chunks, @Nullable Concept[] concepts) {
		for (int from = 0; from < chunks.size(); from++) {
			StringBuilder joined = new StringBuilder();
			for (int to = from; to < Math.min(chunks.size(), from + LONGEST); to++) {
				joined.append(chunks.get(to).term());
				Map<String, Float> found = this.others.getOrDefault(joined.toString(), Map.of());
				for (int i = from; i <= to; i++) {
					Concept concept = concepts[i];
					if (concept != null) {
						found.forEach(concept::orElse);
					}
				}
			}
		}
	}

}
