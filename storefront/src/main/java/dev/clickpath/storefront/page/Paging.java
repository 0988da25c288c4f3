package dev.clickpath.storefront.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The way through a long list, as plain links.
 *
 * @param summary where in the list this page is: {@code 25–48 of 318}
 * @param previous the page before, or null on the first
 * @param next the page after, or null on the last
 * @param steps the numbers to show, a gap having neither link nor being current; empty
 * when everything fits on one page
 */
public record Paging(String summary, @Nullable String previous, @Nullable String next, List<Step> steps) {

	/**
	 * One number.
	 *
	 * @param label the number, or an ellipsis for a gap
	 * @param href its page, or null for the current page and for a gap
	 * @param current whether it is the page shown
	 */
	public record Step(String label, @Nullable String href, boolean current) {
	}

}
