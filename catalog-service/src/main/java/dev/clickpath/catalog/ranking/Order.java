package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * How the products found are ordered. Every order ends with the id, so that pages neither
 * repeat nor lose a product.
 */
public enum Order {

	/** Best match first. */
	RELEVANCE,

	/** Best sellers first. */
	POPULARITY,

	PRICE_ASC,

	PRICE_DESC,

	/** Best rated first; of equal ratings, the one that more people gave. */
	RATING,

	NEWEST;

	/**
	 * With words, what has them all comes before what has some, whatever the order: the
	 * score is then the number of the tier.
	 */
	Sort sort(boolean words) {
		List<SortField> fields = new ArrayList<>();
		if (words) {
			fields.add(SortField.FIELD_SCORE);
		}
		fields.addAll(fields());
		fields.add(new SortField(Fields.ID, SortField.Type.STRING));
		return new Sort(fields.toArray(SortField[]::new));
	}

	private List<SortField> fields() {
		return switch (this) {
			case RELEVANCE, POPULARITY -> List.of(down(Fields.POPULARITY));
			case PRICE_ASC -> List.of(up(Fields.PRICE), down(Fields.POPULARITY));
			case PRICE_DESC -> List.of(down(Fields.PRICE), down(Fields.POPULARITY));
			case RATING -> List.of(down(Fields.RATING), down(Fields.RATING_COUNT));
			case NEWEST -> List.of(down(Fields.LAUNCHED), down(Fields.POPULARITY));
		};
	}

	private static SortField up(String field) {
		return new SortField(field, SortField.Type.LONG);
	}

	private static SortField down(String field) {
		return new SortField(field, SortField.Type.LONG, true);
	}

}
