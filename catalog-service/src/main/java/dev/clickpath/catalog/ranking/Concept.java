package dev.clickpath.catalog.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One thing that is asked for, with all the words that may stand for it and how much each
 * is worth, 0 to 1.
 *
 * @param chunks what was typed for it
 */
record Concept(List<Chunk> chunks, SequencedMap<String, Float> terms) {

	static Concept of(String term, Chunk... chunks) {
		SequencedMap<String, Float> terms = new LinkedHashMap<>();
		terms.put(term, 1f);
		return new Concept(List.of(chunks), terms);
	}

	void orElse(String term, float worth) {
		this.terms.merge(term, worth, Math::max);
	}

	/**
	 * How many products may have it.
	 */
	int documents(Vocabulary vocabulary) {
		int most = 0;
		for (Map.Entry<String, Float> term : this.terms.entrySet()) {
			most = Math.max(most, vocabulary.documents(term.getKey()));
		}
		return most;
	}

	/**
	 * The same without words that no product has, which need not be looked for; one of
	 * them stays where there is no other.
	 */
	Concept present(Vocabulary vocabulary) {
		SequencedMap<String, Float> present = new LinkedHashMap<>(this.terms);
		present.keySet().removeIf((term) -> vocabulary.documents(term) == 0);
		return present.isEmpty() ? of(this.terms.firstEntry().getKey(), this.chunks.toArray(Chunk[]::new))
				: new Concept(this.chunks, present);
	}

}
