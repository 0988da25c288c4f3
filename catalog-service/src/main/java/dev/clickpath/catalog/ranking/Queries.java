package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is searched for in Lucene's terms.
 */
final class Queries {

	/** More than any sum of the scores of words, which stay below a few hundred. */
	static final float TIER = 10_000;

	/** What words side by side are worth beside the words themselves. */
	private static final float CLOSENESS = 0.3f;

	/** What the whole title, model number, id or brand is worth: more than any words. */
	private static final Map<String, Float> WHOLE = Map.of(ProductDocument.TITLE, 60f, ProductDocument.MODEL, 50f,
			ProductDocument.BRAND, 30f);

	/**
	 * A brand that is called like a thing is not meant by the word when most products
	 * with the word are of other brands.
	 */
	private static final double BRAND_SHARE = 0.3;

	/** What the words count that say what the thing is wanted for. */
	private static final float PURPOSE = 0.6f;

	/** What it is worth to have a word at all, wherever it stands, by how rare it is. */
	private static final float COVERAGE = 0.4f;

	private final Snapshot snapshot;

	/**
	 * @param snapshot what will be searched
	 */
	Queries(Snapshot snapshot) {
		this.snapshot = snapshot;
	}

	/**
	 * Everything.
	 */
	static Query all() {
		return MatchAllDocsQuery.INSTANCE;
	}

	/**
	 * What has every word.
	 */
	Query every(Collection<Concept> concepts) {
		if (concepts.isEmpty()) {
			return MatchNoDocsQuery.INSTANCE;
		}
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		concepts.forEach((concept) -> query.add(concept(concept, Fields.WORDS), Occur.MUST));
		return query.build();
	}

	/**
	 * What has every word, or is called that as a whole: an id is in no text.
	 */
	Query every(Question question, Collection<Concept> concepts) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(every(concepts), Occur.SHOULD);
		wholes(question).forEach((whole) -> query.add(whole, Occur.SHOULD));
		return query.build();
	}

	/**
	 * The same with everything that makes one match better than another.
	 */
	Query ranked(Question question, List<Concept> concepts) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(every(question, concepts), Occur.MUST);
		addPairs(query, question);
		return query.build();
	}

	/**
	 * What has any of the words; what has them all comes a tier higher. The thing itself
	 * must be what the product is called, or where none is known, something of the query:
	 * a chair that goes well with cushions is none. Where nothing has every word, what
	 * has more of them is nearer to it, though they stand in its description only.
	 * @param complete whether anything has every word
	 */
	Query relaxed(Question question, List<Concept> concepts, @Nullable Concept thing, boolean complete) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		for (Concept concept : concepts) {
			Query words = concept(concept, Fields.WORDS);
			float weight = question.isPurpose(concept) ? PURPOSE : 1;
			query.add(new BoostQuery(words, weight), Occur.SHOULD);
			if (!complete) {
				float worth = weight * COVERAGE * (float) this.snapshot.rarity(concept);
				query.add(new BoostQuery(new ConstantScoreQuery(words), worth), Occur.SHOULD);
			}
		}
		if (complete) {
			query.add(new BoostQuery(new ConstantScoreQuery(complete(question, concepts, thing)), TIER), Occur.SHOULD);
		}
		wholes(question).forEach((whole) -> query.add(whole, Occur.SHOULD));
		addPairs(query, question);
		return query.build();
	}

	private Query complete(Question question, List<Concept> concepts, @Nullable Concept thing) {
		BooleanQuery.Builder named = new BooleanQuery.Builder();
		List<Concept> things = (thing != null) ? List.of(thing) : concepts;
		things.forEach((concept) -> named.add(concept(concept, Fields.NAMES), Occur.SHOULD));
		BooleanQuery.Builder complete = new BooleanQuery.Builder();
		complete.add(
				new BooleanQuery.Builder().add(every(concepts), Occur.FILTER).add(named.build(), Occur.FILTER).build(),
				Occur.SHOULD);
		wholes(question).forEach((whole) -> complete.add(whole, Occur.SHOULD));
		return complete.build();
	}

	private void addPairs(BooleanQuery.Builder query, Question question) {
		for (String pair : question.pairs()) {
			if (this.snapshot.documents(pair) > 0) {
				query.add(new BoostQuery(this.snapshot.having(Fields.WORDS, pair), CLOSENESS), Occur.SHOULD);
			}
		}
	}

	/**
	 * Whether a product is called that as a whole.
	 */
	boolean isWhole(Question question) {
		return !wholes(question).isEmpty();
	}

	private List<Query> wholes(Question question) {
		String whole = question.whole();
		List<Query> wholes = new ArrayList<>();
		WHOLE.forEach((kind, worth) -> {
			int documents = whole.isEmpty() ? 0 : this.snapshot.wholes(kind + whole);
			boolean meant = !kind.equals(ProductDocument.BRAND)
					|| documents >= BRAND_SHARE * this.snapshot.documents(whole);
			if (documents > 0 && meant) {
				Query exact = new ConstantScoreQuery(this.snapshot.having(Fields.WHOLE, kind + whole));
				wholes.add(new BoostQuery(exact, worth));
			}
		});
		return wholes;
	}

	private Query concept(Concept concept, String field) {
		Map.Entry<String, Float> first = concept.terms().firstEntry();
		if (concept.terms().size() == 1 && first.getValue() == 1) {
			return this.snapshot.having(field, first.getKey());
		}
		SynonymQuery.Builder query = new SynonymQuery.Builder(field);
		concept.terms().forEach((term, worth) -> query.addTerm(new Term(field, term), worth));
		return query.build();
	}

	/**
	 * Those of what a query finds that pass the filter.
	 */
	static Query filtered(Query query, Filter filter) {
		BooleanQuery.Builder filtered = new BooleanQuery.Builder();
		filtered.add(query, Occur.MUST);
		addAny(filtered, Fields.DEPARTMENT, filter.departments());
		addAny(filtered, Fields.CATEGORY, filter.categories());
		addAny(filtered, Fields.BRAND, filter.brands().stream().map(Shelves::brand).toList());
		filter.attributes()
			.forEach((key, values) -> addAny(filtered, Fields.ATTRIBUTE,
					values.stream().map((value) -> Attributes.term(key, value)).toList()));
		if (filter.inStock()) {
			addAny(filtered, Fields.FLAG, List.of(Fields.IN_STOCK));
		}
		if (filter.onSale()) {
			addAny(filtered, Fields.FLAG, List.of(Fields.ON_SALE));
		}
		addRange(filtered, Fields.PRICE, filter.priceMin(), filter.priceMax());
		Double least = filter.ratingMin();
		addRange(filtered, Fields.RATING, (least != null) ? ProductDocument.leastHundredths(least) : null, null);
		return filtered.build();
	}

	private static void addAny(BooleanQuery.Builder query, String field, Collection<String> values) {
		if (values.size() == 1) {
			query.add(new TermQuery(new Term(field, values.iterator().next())), Occur.FILTER);
		}
		else if (!values.isEmpty()) {
			query.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
		}
	}

	private static void addRange(BooleanQuery.Builder query, String field, @Nullable Long least, @Nullable Long most) {
		if (least != null || most != null) {
			long from = (least != null) ? least : Long.MIN_VALUE;
			long to = (most != null) ? most : Long.MAX_VALUE;
			query.add(new IndexOrDocValuesQuery(LongPoint.newRangeQuery(field, from, to),
					NumericDocValuesField.newSlowRangeQuery(field, from, to)), Occur.FILTER);
		}
	}

}
