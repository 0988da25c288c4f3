package dev.clickpath.storefront.listing;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.storefront.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * The orders a list of products can have; the slugs are the catalogue's.
 */
public enum Sort {

	RELEVANCE("relevance"), POPULARITY("popularity"), PRICE_ASC("price-asc"), PRICE_DESC("price-desc"),
	RATING("rating"), NEWEST("newest");

	private final String slug;

	Sort(String slug) {
		this.slug = slug;
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
	public static List<Choice> choices(Query list, Sort current, boolean searched, Words words) {
		List<Choice> choices = new ArrayList<>();
		for (Sort sort : values()) {
			if (searched || sort != RELEVANCE) {
				String value = (sort == usual(searched)) ? null : sort.slug;
				choices.add(new Choice(words.of("sort." + sort.slug),
						list.with("page", null).with("sort", value).href(), null, sort == current));
			}
		}
		return choices;
	}

}
