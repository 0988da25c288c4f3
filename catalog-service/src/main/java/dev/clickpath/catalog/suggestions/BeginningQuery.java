package dev.clickpath.catalog.suggestions;

import java.io.IOException;
import java.util.Objects;

import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that begin much like what was typed. Lucene's own query for an automaton
 * looks for an end that all accepted words have in common, which beginnings have none of
 * and which takes longer than all the rest.
 */
final class BeginningQuery extends MultiTermQuery {

	private final Typed typed;

	private final CompiledAutomaton accepted;

	BeginningQuery(String field, Typed typed, Automaton accepted) {
		super(field, CONSTANT_SCORE_BLENDED_REWRITE);
		this.typed = typed;
		// Said to be finite, it is not asked for a common end.
		this.accepted = new CompiledAutomaton(accepted, true, false);
	}

	@Override
	protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
		return this.accepted.getTermsEnum(terms);
	}

	@Override
	public void visit(QueryVisitor visitor) {
		if (visitor.acceptField(getField())) {
			this.accepted.visit(visitor, this, getField());
		}
	}

	@Override
	public String toString(String field) {
		return getField() + ":" + this.typed;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BeginningQuery that && super.equals(other) && this.typed.equals(that.typed);
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), this.typed);
	}

}
