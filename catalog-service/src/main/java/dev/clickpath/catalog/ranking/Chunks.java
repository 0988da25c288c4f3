package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.clickpath.catalog.ranking.Part.Link;

/**
 * Reads texts word by word.
 */
final class Chunks {

	/** Nobody writes longer ones; a text of one endless word is no use to anyone. */
	static final int LONGEST = 40;

	private final Stems stems = new Stems();

	List<Chunk> of(String text) {
		List<Chunk> chunks = new ArrayList<>();
		List<Part> gathered = new ArrayList<>();
		for (Part part : Parts.of(text)) {
			if (part.link() != Link.TIGHT && !gathered.isEmpty()) {
				chunks.add(chunk(gathered));
				gathered.clear();
			}
			gathered.add(part);
		}
		if (!gathered.isEmpty()) {
			chunks.add(chunk(gathered));
		}
		return chunks;
	}

	private Chunk chunk(List<Part> parts) {
		String surface = bounded(parts, UnaryOperator.identity());
		boolean word = parts.size() == 1 && !parts.getFirst().number();
		String term = word ? this.stems.of(surface) : surface;
		return new Chunk(term, word ? this.stems.looseOf(term) : term, surface, Stems.isLittle(surface),
				List.copyOf(parts));
	}

	/**
	 * The texts of parts as one, no longer than a word may be.
	 */
	static String bounded(List<Part> parts, UnaryOperator<String> each) {
		String joined = (parts.size() == 1) ? each.apply(parts.getFirst().text())
				: parts.stream().map(Part::text).map(each).collect(Collectors.joining());
		return (joined.length() > LONGEST) ? joined.substring(0, LONGEST) : joined;
	}

}
