package dev.clickpath.storefront.search;

import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.facet.Filters;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Parameters;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.visit.LanguageChoice;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the search page. What makes no sense in an address that people pass
 * around is passed over, so that the page always answers.
 *
 * @param words what to search for, perhaps empty
 * @param asTyped whether nothing is to be put right in them
 * @param filters the filters that are on
 * @param sort the order
 * @param page from 1
 * @param language that the address asks for, or null
 */
record SearchRequest(String words, boolean asTyped, Filters filters, Sort sort, int page, @Nullable String language) {

	private static final String AS_TYPED = "as-typed";

	private static final int LONGEST = 200;

	static SearchRequest of(Map<String, List<String>> values, long minorUnits) {
		Parameters parameters = new Parameters(values);
		String words = words(parameters.first("q"));
		boolean search = !words.isEmpty();
		return new SearchRequest(words, search && parameters.first(AS_TYPED).equals("true"),
				Filters.of(values, minorUnits), Sort.of(parameters.first("sort"), search), parameters.page(),
				parameters.language());
	}

	/**
	 * White space counts once, and what is no text not at all: control characters, halves
	 * of characters.
	 */
	private static String words(String typed) {
		String words = typed.replaceAll("[\\s\\p{Cc}\\p{Cs}]+", " ").strip();
		if (words.length() <= LONGEST) {
			return words;
		}
		int end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return words.substring(0, end).strip();
	}

	boolean isSearch() {
		return !this.words.isEmpty();
	}

	SearchQuery query(Prices prices, String catalogCurrency) {
		SearchQuery query = this.filters.in(
				SearchQuery.first(Paging.SIZE, this.sort.slug()).with("page", Integer.toString(this.page)), prices,
				catalogCurrency);
		if (isSearch()) {
			query = query.with("q", this.words);
		}
		return this.asTyped ? query.with(AS_TYPED, "true") : query;
	}

	/**
	 * The address of the first page of this very search.
	 */
	Query address() {
		return this.filters.in(unfiltered());
	}

	/**
	 * The same without filters.
	 */
	Query unfiltered() {
		return bare().with(AS_TYPED, this.asTyped ? "true" : null)
			.with("sort", (this.sort != Sort.of(null, isSearch())) ? this.sort.slug() : null)
			.with(LanguageChoice.PARAMETER, this.language);
	}

	/**
	 * The words alone.
	 */
	Query bare() {
		return Query.of("/search").with("q", this.words);
	}

	/**
	 * The same search for just the words typed, or with their spelling put right.
	 */
	Query spelled(boolean asTyped) {
		return address().with(AS_TYPED, asTyped ? "true" : null);
	}

}
