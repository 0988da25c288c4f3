package dev.clickpath.storefront.review;

import java.util.Map;

import dev.clickpath.storefront.listing.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Which reviews of a product somebody wants to read. Equal queries have equal answers.
 *
 * @param stars only those who gave so many, or null for all
 * @param page from 1
 */
record ReviewQuery(String product, ReviewSort sort, @Nullable Integer stars, int page, int size) {

	/** The catalogue goes no deeper than 10,000 reviews. */
	private static final int DEEPEST = 10_000;

	private static final int MOST_STARS = 5;

	/**
	 * The newest ones.
	 */
	static ReviewQuery first(String product, int size) {
		return new ReviewQuery(product, ReviewSort.NEWEST, null, 1, size);
	}

	/**
	 * What the parameters of an address ask for; what cannot be read is not asked for.
	 */
	static ReviewQuery of(String product, Map<String, String> parameters, int size) {
		int stars = number(parameters.get("stars"), MOST_STARS);
		return new ReviewQuery(product, ReviewSort.of(parameters.get("sort")), (stars > 0) ? stars : null,
				Math.max(1, number(parameters.get("page"), DEEPEST / size)), size);
	}

	/** 0 when it is none from 1 to the most. */
	private static int number(@Nullable String text, int most) {
		if (text == null || !text.matches("[0-9]{1,5}")) {
			return 0;
		}
		int number = Integer.parseInt(text);
		return (number <= most) ? number : 0;
	}

	/**
	 * The address of this list, at its first page.
	 */
	Query address(String path) {
		return Query.of(path)
			.with("stars", (this.stars != null) ? this.stars.toString() : null)
			.with("sort", this.sort.parameter());
	}

	/**
	 * How many pages can be asked for.
	 */
	int pages(int total) {
		return Math.min((total + this.size - 1) / this.size, DEEPEST / this.size);
	}

	MultiValueMap<String, String> asRequestParameters() {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("sort", this.sort.slug());
		parameters.add("page", Integer.toString(this.page));
		parameters.add("size", Integer.toString(this.size));
		if (this.stars != null) {
			parameters.add("stars", this.stars.toString());
		}
		return parameters;
	}

}
