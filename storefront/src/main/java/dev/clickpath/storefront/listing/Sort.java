package dev.clickpath.storefront.listing;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The orders a list of products can have; the slugs are the catalogue's.
 */
public enum Sort {

	RELEVANCE("relevance", "Best match"), POPULARITY("popularity", "Most popular"),
	PRICE_ASC("price-asc", "Price, low to high"), PRICE_DESC("price-desc", "Price, high to low"),
	RATING("rating", "Best rated"), NEWEST("newest", "Newest");

	private final String slug;

	private final String words;

	Sort(String slug, String words) {
		this.slug = slug;
		this.words = words;
	}

	public String slug() {
		return this.slug;
	}

	/**
	 * The order with this slug, or the usual one when there is none.
	 * @param searched whether words were searched for, so that there is a best match
	 */
	public static Sort of(@Nullable String slug, boolean searched) {
		for (Sort sort : values()) {
			if (sort.slug.equals(slug) && (searched || sort != RELEVANCE)) {
				return sort;
			}
		}
		return usual(searched);
	}

	private static Sort usual(boolean searched) {
		return searched ? RELEVANCE : POPULARITY;
	}

	/**
	 * All orders as links to the first page of a list.
	 */
	public static List<Choice> choices(Query list, Sort current, boolean searched) {
		List<Choice> choices = new ArrayList<>();
		for (Sort sort : values()) {
			if (searched || sort != RELEVANCE) {
				String value = (sort == usual(searched)) ? null : sort.slug;
				choices.add(new Choice(sort.words, list.with("page", null).with("sort", value).href(), null,
						sort == current));
			}
		}
		return choices;
	}

}
