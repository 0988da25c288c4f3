package dev.clickpath.catalog.ranking;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was typed, understood as far as words alone allow.
 *
 * @param chunks all words of it
 * @param concepts what a product should have
 * @param pairs words side by side, which products have side by side at best
 */
record Question(List<Chunk> chunks, List<Concept> concepts, List<String> pairs) {

	/**
	 * Whether it only says what the thing is wanted for: camping in "light for camping".
	 */
	boolean isPurpose(Concept concept) {
		return this.chunks.indexOf(concept.chunks().getFirst()) >= Heads.purpose(this.chunks);
	}

	/**
	 * All of it as one word, as whole titles, brands and model numbers are kept.
	 */
	String whole() {
		return whole(this.chunks);
	}

	static String whole(List<Chunk> chunks) {
		return chunks.stream().map(Chunk::term).collect(Collectors.joining());
	}

}
