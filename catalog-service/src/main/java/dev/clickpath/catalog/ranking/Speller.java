package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what was mistyped, by the words of the catalogue. What finds products is
 * left as it is: a rare word is no mistake.
 */
final class Speller {

	/** In shorter words one letter is too much of it. */
	static final int SHORTEST = 4;

	/** In shorter words two are: what is left may be of any word. */
	private static final int SHORTEST_TWICE = 7;

	private static final int LONGEST = 30;

	private static final int CANDIDATES = 8;

	/**
	 * What another letter that is wrong weighs, in powers of e of how common a word is.
	 */
	private static final double EDIT = 3.5;

	/** What it weighs that a word goes together with the others. */
	private static final double TOGETHER = 8;

	/** Known words are only corrected where they find nothing and are this rare. */
	private static final int RARE = 2;

	private static final int COMMON = 50;

	private static final int SHORTEST_HALF = 3;

	private final DirectSpellChecker checker = new DirectSpellChecker();

	private final Questions questions;

	Speller(Questions questions) {
		this.questions = questions;
		this.checker.setMinPrefix(1);
		this.checker.setMaxEdits(2);
		this.checker.setMinQueryLength(SHORTEST);
		this.checker.setMaxInspections(20);
		this.checker.setAccuracy(0.3f);
		this.checker.setThresholdFrequency(0);
	}

	/**
	 * The words to search for in place of what was typed, or null when there are none
	 * better.
	 */
	@Nullable String correct(String typed, Question question, Snapshot snapshot) {
		List<Concept> doubtful = doubtful(question, snapshot);
		if (doubtful.isEmpty()) {
			return null;
		}
		List<Concept> good = new ArrayList<>(question.concepts());
		good.removeAll(doubtful);
		StringBuilder corrected = new StringBuilder(typed);
		boolean changed = false;
		// From the end on, so that the places of the others stay right.
		for (Concept concept : doubtful.reversed()) {
			Chunk chunk = concept.chunks().getFirst();
			String better = better(chunk.surface(), good, snapshot);
			if (better != null) {
				corrected.replace(chunk.start(), chunk.end(), better);
				good.addAll(this.questions.read(better, snapshot::documents).concepts());
				changed = true;
			}
		}
		return changed ? corrected.toString() : null;
	}

	private static List<Concept> doubtful(Question question, Snapshot snapshot) {
		Set<Concept> unknown = question.concepts()
			.stream()
			.filter((concept) -> concept.documents(snapshot::documents) == 0)
			.collect(Collectors.toSet());
		boolean nothing = unknown.isEmpty() && snapshot.count(question.concepts(), 1) == 0;
		return question.concepts()
			.stream()
			.filter((concept) -> concept.chunks().size() == 1 && isCorrectable(concept.chunks().getFirst()))
			.filter((concept) -> unknown.contains(concept)
					|| (nothing && concept.documents(snapshot::documents) <= RARE))
			.toList();
	}

	private static boolean isCorrectable(Chunk chunk) {
		return chunk.isWord() && chunk.surface().length() >= SHORTEST && chunk.surface().length() <= LONGEST;
	}

	private @Nullable String better(String word, List<Concept> others, Snapshot snapshot) {
		String best = null;
		double most = Double.NEGATIVE_INFINITY;
		int known = snapshot.documents(word);
		for (Candidate candidate : candidates(word, snapshot)) {
			if (candidate.documents() < COMMON * known) {
				continue;
			}
			double weight = Math.log(candidate.documents()) - EDIT * candidate.edits();
			if (goesTogether(candidate.words(), others, snapshot)) {
				weight += TOGETHER;
			}
			if (weight > most) {
				most = weight;
				best = candidate.words();
			}
		}
		return best;
	}

	private boolean goesTogether(String words, List<Concept> others, Snapshot snapshot) {
		if (others.isEmpty()) {
			return false;
		}
		List<Concept> all = new ArrayList<>(others);
		all.addAll(this.questions.read(words, snapshot::documents).concepts());
		return snapshot.count(all, 1) > 0;
	}

	private record Candidate(String words, int documents, double edits) {

	}

	private List<Candidate> candidates(String word, Snapshot snapshot) {
		List<Candidate> candidates = new ArrayList<>();
		int most = (word.length() < SHORTEST_TWICE) ? 1 : 2;
		for (SuggestWord found : similar(word, snapshot)) {
			double edits = Edits.between(word, found.string);
			if (edits <= most) {
				candidates.add(new Candidate(found.string, found.freq, edits));
			}
		}
		for (int at = SHORTEST_HALF; at <= word.length() - SHORTEST_HALF; at++) {
			int first = snapshot.spelled(word.substring(0, at));
			int second = snapshot.spelled(word.substring(at));
			if (first > 0 && second > 0) {
				candidates
					.add(new Candidate(word.substring(0, at) + " " + word.substring(at), Math.min(first, second), 1));
			}
		}
		return candidates;
	}

	private SuggestWord[] similar(String word, Snapshot snapshot) {
		try {
			return this.checker.suggestSimilar(new Term(Fields.SPELLING, word), CANDIDATES, snapshot.reader(),
					SuggestMode.SUGGEST_ALWAYS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
