package dev.clickpath.catalog.ranking;

import java.util.List;

import dev.clickpath.catalog.ranking.WordAnalyzer.Word;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is searched for in Lucene's terms.
 */
final class Queries {

	/** More than any sum of the scores of words, which stay below a few hundred. */
	private static final float TIER = 1_000;

	/** What a word is worth in further fields, beside the one it fits best. */
	private static final float FURTHER_FIELDS = 0.1f;

	/**
	 * At most this much is added for popularity: less than a word in a title is worth.
	 */
	private static final float POPULARITY = 3;

	private final WordAnalyzer analyzer;

	Queries(WordAnalyzer analyzer) {
		this.analyzer = analyzer;
	}

	Query query(SearchQuery search) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(words(search), Occur.MUST);
		addEqual(query, Fields.DEPARTMENT, search.department());
		addEqual(query, Fields.CATEGORY, search.category());
		addEqual(query, Fields.BRAND, search.brand());
		addEqual(query, Fields.FLAG, search.inStock() ? Fields.IN_STOCK : null);
		addEqual(query, Fields.FLAG, search.onSale() ? Fields.ON_SALE : null);
		addRange(query, Fields.PRICE, search.priceMin(), search.priceMax());
		addRange(query, Fields.RATING, (search.ratingMin() != null) ? ProductDocument.tenths(search.ratingMin()) : null,
				null);
		return query.build();
	}

	private Query words(SearchQuery search) {
		if (search.words() == null) {
			return MatchAllDocsQuery.INSTANCE;
		}
		List<Query> words = this.analyzer.words(search.words())
			.stream()
			.map(Word::word)
			.distinct()
			.map(Queries::word)
			.toList();
		if (words.isEmpty()) {
			return MatchNoDocsQuery.INSTANCE;
		}
		Query all = new BoostQuery(new ConstantScoreQuery(joined(words, Occur.MUST)), TIER);
		Query any = joined(words, Occur.SHOULD);
		BooleanQuery.Builder tiers = new BooleanQuery.Builder();
		if (search.order() == Order.RELEVANCE) {
			tiers.add(any, Occur.MUST);
			tiers.add(FeatureField.newSaturationQuery(Fields.FEATURES, Fields.POPULARITY, POPULARITY, 50),
					Occur.SHOULD);
		}
		else {
			tiers.add(new ConstantScoreQuery(any), Occur.MUST);
		}
		return tiers.add(all, Occur.SHOULD).build();
	}

	private static Query word(String word) {
		List<Query> fields = Fields.WEIGHTS.entrySet()
			.stream()
			.<Query>map((weight) -> new BoostQuery(new TermQuery(new Term(weight.getKey(), word)), weight.getValue()))
			.toList();
		return new DisjunctionMaxQuery(fields, FURTHER_FIELDS);
	}

	private static Query joined(List<Query> queries, Occur occur) {
		BooleanQuery.Builder joined = new BooleanQuery.Builder();
		queries.forEach((query) -> joined.add(query, occur));
		return joined.build();
	}

	private static void addEqual(BooleanQuery.Builder query, String field, @Nullable String value) {
		if (value != null) {
			query.add(new TermQuery(new Term(field, value)), Occur.FILTER);
		}
	}

	private static void addRange(BooleanQuery.Builder query, String field, @Nullable Long least, @Nullable Long most) {
		if (least != null || most != null) {
			query.add(LongPoint.newRangeQuery(field, (least != null) ? least : Long.MIN_VALUE,
					(most != null) ? most : Long.MAX_VALUE), Occur.FILTER);
		}
	}

}
