package dev.clickpath.catalog.suggestions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.clickpath.catalog.ranking.Edits;
import dev.clickpath.catalog.ranking.WordReader.Word;
import dev.clickpath.catalog.suggestions.Suggestion.Highlight;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.Transition;

/**
 * The beginning of a word, as typed so far.
 *
 * @param edits how many letters of it may be wrong, but never the first
 */
record Typed(String beginning, int edits) {

	/** In less than that a wrong letter leaves too little. */
	private static final int SHORTEST_WRONG = 4;

	private static final int SHORTEST_WRONG_TWICE = 9;

	private static final int LONGEST_WRONG = 24;

	static Typed right(String beginning) {
		return new Typed(beginning, 0);
	}

	/**
	 * The same with as many wrong letters as a word of its length may have.
	 */
	Typed perhapsWrong() {
		int length = this.beginning.length();
		if (length < SHORTEST_WRONG || length > LONGEST_WRONG || this.beginning.chars().anyMatch(Character::isDigit)) {
			return this;
		}
		return new Typed(this.beginning, (length < SHORTEST_WRONG_TWICE) ? 1 : 2);
	}

	Query query() {
		if (this.edits > 0) {
			return new BeginningQuery(SuggestionDocument.WORD, this, automaton());
		}
		return (this.beginning.length() <= SuggestionDocument.LONGEST_BEGINNING)
				? new TermQuery(new Term(SuggestionDocument.BEGINNING, this.beginning))
				: new PrefixQuery(new Term(SuggestionDocument.WORD, this.beginning));
	}

	/**
	 * Accepts what begins much like it: whatever follows a beginning that is accepted is
	 * accepted, too.
	 */
	Automaton automaton() {
		Automaton similar = new LevenshteinAutomata(this.beginning.substring(1), true).toAutomaton(this.edits,
				this.beginning.substring(0, 1));
		Automaton.Builder beginnings = new Automaton.Builder();
		Transition transition = new Transition();
		for (int state = 0; state < similar.getNumStates(); state++) {
			beginnings.createState();
			beginnings.setAccept(state, similar.isAccept(state));
		}
		for (int state = 0; state < similar.getNumStates(); state++) {
			if (similar.isAccept(state)) {
				beginnings.addTransition(state, state, Character.MIN_CODE_POINT, Character.MAX_CODE_POINT);
				continue;
			}
			int transitions = similar.initTransition(state, transition);
			for (int i = 0; i < transitions; i++) {
				similar.getNextTransition(transition);
				beginnings.addTransition(state, transition.dest, transition.min, transition.max);
			}
		}
		return Operations.removeDeadStates(beginnings.finish());
	}

	/**
	 * The parts of the words of a text that were typed.
	 */
	static List<Highlight> highlights(String text, List<Word> words, List<Typed> typed) {
		List<Highlight> highlights = new ArrayList<>();
		for (Word word : words) {
			int length = typed.stream().mapToInt((each) -> each.lengthIn(word.word())).max().orElse(0);
			if (length > 0) {
				highlights.add(new Highlight(word.start(), word.end(length, text)));
			}
		}
		highlights.sort(Comparator.comparingInt(Highlight::start));
		return merged(highlights);
	}

	/** A word and what it is joined with may both have been typed. */
	private static List<Highlight> merged(List<Highlight> inOrder) {
		List<Highlight> merged = new ArrayList<>();
		for (Highlight next : inOrder) {
			if (!merged.isEmpty() && next.start() <= merged.getLast().end()) {
				Highlight before = merged.removeLast();
				merged.add(new Highlight(before.start(), Math.max(before.end(), next.end())));
			}
			else {
				merged.add(next);
			}
		}
		return List.copyOf(merged);
	}

	/** How many letters of the word were typed, perhaps wrongly. */
	private int lengthIn(String word) {
		if (word.startsWith(this.beginning)) {
			return this.beginning.length();
		}
		if (this.edits == 0 || word.isEmpty() || word.charAt(0) != this.beginning.charAt(0)) {
			return 0;
		}
		int best = 0;
		int least = this.edits + 1;
		int from = Math.max(1, this.beginning.length() - this.edits);
		for (int length = from; length <= Math.min(word.length(), this.beginning.length() + this.edits); length++) {
			int distance = Edits.distance(this.beginning, word.substring(0, length));
			if (distance < least) {
				least = distance;
				best = length;
			}
		}
		return best;
	}

}
