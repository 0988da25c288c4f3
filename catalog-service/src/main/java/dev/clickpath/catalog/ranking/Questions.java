package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.clickpath.catalog.ranking.Part.Link;
import org.jspecify.annotations.Nullable;

/**
 * Reads what shoppers type.
 */
final class Questions {

	/** Whoever types more than that is no shopper. */
	private static final int MOST_WORDS = 24;

	/** What another word of the same stem is worth, and 3 for 3.0. */
	private static final float KIN = 0.8f;

	private final Chunks texts;

	private final Synonyms synonyms;

	Questions(Chunks texts, Synonyms synonyms) {
		this.texts = texts;
		this.synonyms = synonyms;
	}

	/**
	 * @param vocabulary a code that no product has is taken apart
	 */
	Question read(String typed, Vocabulary vocabulary) {
		List<Chunk> chunks = this.texts.of(typed);
		if (chunks.size() > MOST_WORDS) {
			chunks = chunks.subList(0, MOST_WORDS);
		}
		List<Concept> concepts = new ArrayList<>();
		List<String> pairs = new ArrayList<>();
		@Nullable Concept[] byChunk = new Concept[chunks.size()];
		for (int i = 0; i < chunks.size(); i++) {
			i = add(chunks, i, concepts, byChunk, vocabulary);
		}
		for (int i = 1; i < chunks.size(); i++) {
			join(chunks, i, byChunk, pairs);
		}
		this.synonyms.extend(chunks, byChunk);
		List<Concept> present = concepts.stream().map((concept) -> concept.present(vocabulary)).toList();
		return new Question(chunks, present, List.copyOf(pairs));
	}

	/** Adds what stands at a place; gives back the last place that belongs to it. */
	private static int add(List<Chunk> chunks, int at, List<Concept> concepts, @Nullable Concept[] byChunk,
			Vocabulary vocabulary) {
		Chunk chunk = chunks.get(at);
		String measure = Measures.at(chunks, at);
		if (measure != null && vocabulary.documents(measure) > 0) {
			Concept concept = Concept.of(measure, chunk, chunks.get(at + 1));
			concepts.add(concept);
			byChunk[at] = concept;
			byChunk[at + 1] = concept;
			return at + 1;
		}
		Concept bound = bound(chunks, at, vocabulary);
		if (bound != null) {
			concepts.add(bound);
			byChunk[at] = bound;
			byChunk[at + 1] = bound;
			return at + 1;
		}
		if (chunk.isLittle()) {
			return at;
		}
		Concept concept = Concept.of(chunk.term(), chunk);
		concept.orElse(chunk.plain(), KIN);
		if (chunk.isWord()) {
			concept.orElse(chunk.stem(), KIN);
			concept.orElse(chunk.kin(), KIN);
		}
		if (chunk.isCode()) {
			code(chunk, concept, concepts, vocabulary);
		}
		concepts.add(concept);
		byChunk[at] = concept;
		return at;
	}

	/** A little word that hangs on another is a part of it, if products have the two. */
	private static @Nullable Concept bound(List<Chunk> chunks, int at, Vocabulary vocabulary) {
		if (at + 1 >= chunks.size() || chunks.get(at + 1).link() != Link.JOINED) {
			return null;
		}
		Chunk chunk = chunks.get(at);
		Chunk next = chunks.get(at + 1);
		String both = chunk.term() + next.term();
		return (chunk.bindsWith(next) && vocabulary.documents(both) > 0) ? Concept.of(both, chunk, next) : null;
	}

	private static void code(Chunk chunk, Concept concept, List<Concept> concepts, Vocabulary vocabulary) {
		String measure = Measures.of(chunk);
		if (measure != null) {
			concept.orElse(measure, 1);
		}
		if (concept.documents(vocabulary) > 0) {
			return;
		}
		Predicate<String> isKnown = isKnown(vocabulary);
		List<String> known = chunk.parts()
			.stream()
			.map(Part::text)
			.map((part) -> isKnown.test(part) ? part : Units.plain(part))
			.filter(isKnown)
			.toList();
		if (known.size() == chunk.parts().size()) {
			concept.orElse(known.getLast(), 1);
			known.subList(0, known.size() - 1).forEach((part) -> concepts.add(Concept.of(part, chunk)));
		}
	}

	private static Predicate<String> isKnown(Vocabulary vocabulary) {
		return (part) -> vocabulary.documents(part) > 0;
	}

	/** Two words may be written as one, and one that was typed may be two. */
	private static void join(List<Chunk> chunks, int at, @Nullable Concept[] byChunk, List<String> pairs) {
		Concept before = byChunk[at - 1];
		Concept concept = byChunk[at];
		if (before == null || concept == null || before.equals(concept) || chunks.get(at).link() == Link.APART
				|| chunks.get(at - 1).isLittle() || chunks.get(at).isLittle()) {
			return;
		}
		String joined = chunks.get(at - 1).term() + chunks.get(at).term();
		pairs.add(joined);
		orElse(before, joined);
		orElse(concept, joined);
		if (chunks.get(at).link() == Link.JOINED && at > 1 && chunks.get(at - 1).link() == Link.JOINED) {
			String three = chunks.get(at - 2).term() + joined;
			orElse(concept, three);
			orElse(before, three);
		}
	}

	/** What is joined with only half of a thing does not stand for it. */
	private static void orElse(Concept concept, String joined) {
		if (concept.chunks().size() == 1) {
			concept.orElse(joined, 1);
		}
	}

}
