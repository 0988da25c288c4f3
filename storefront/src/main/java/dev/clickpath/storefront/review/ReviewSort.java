package dev.clickpath.storefront.review;

import java.util.Arrays;
import java.util.List;

import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Query;
import org.jspecify.annotations.Nullable;

/**
 * The orders in which reviews can be read; the slugs are the catalogue's.
 */
enum ReviewSort {

	NEWEST("newest"), HIGHEST("highest"), LOWEST("lowest");

	private final String slug;

	ReviewSort(String slug) {
		this.slug = slug;
	}

	String slug() {
		return this.slug;
	}

	/**
	 * What stands for it in an address, null for the usual one.
	 */
	@Nullable String parameter() {
		return (this == NEWEST) ? null : this.slug;
	}

	/**
	 * The order with this slug, or the usual one.
	 */
	static ReviewSort of(@Nullable String slug) {
		return Arrays.stream(values()).filter((sort) -> sort.slug.equals(slug)).findFirst().orElse(NEWEST);
	}

	/**
	 * All orders as links to the first page of a list.
	 */
	static List<Choice> choices(Query list, ReviewSort current, Words words) {
		return Arrays.stream(values())
			.map((sort) -> new Choice(words.of("reviews.sort." + sort.slug),
					list.with("page", null).with("sort", sort.parameter()).href(), null, sort == current))
			.toList();
	}

}
