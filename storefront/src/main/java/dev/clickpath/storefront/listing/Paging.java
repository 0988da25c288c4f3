package dev.clickpath.storefront.listing;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.storefront.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * The way through a long list, as plain links.
 *
 * @param summary where in the list this page is: {@code 25–48 of 318}
 * @param previous the page before, or null on the first
 * @param next the page after, or null on the last
 * @param steps the numbers to show; empty when everything fits on one page
 * @param end what to say at the end of a list that is longer than can be leafed through,
 * or null
 */
public record Paging(String summary, @Nullable String previous, @Nullable String next, List<Step> steps,
		@Nullable String end) {

	/** How many products a page of a list shows. */
	public static final int SIZE = 24;

	/** The catalogue goes no deeper than 10,000 products. */
	public static final int MOST_PAGES = 10_000 / SIZE;

	/**
	 * One number, or a gap between numbers, which has neither link nor is current.
	 *
	 * @param label the number, or an ellipsis for a gap
	 * @param href its page, or null for the current page and for a gap
	 * @param current whether it is the page shown
	 */
	public record Step(String label, @Nullable String href, boolean current) {
	}

	/**
	 * The way through a list.
	 * @param list the address of the list; its page is set here
	 * @param page the page shown, from 1
	 * @param pages how many there are
	 * @param size how many things a full page holds
	 * @param total how many things there are on all pages
	 */
	public static Paging of(Query list, int page, int pages, int size, long total, Words words) {
		long first = (total == 0) ? 0 : (page - 1L) * size + 1;
		long last = Math.min(total, (long) page * size);
		String summary = words.of("listing.summary", first, last, total);
		long reachable = (long) pages * size;
		String end = (page == pages && reachable < total) ? words.of("listing.deepest", reachable) : null;
		return new Paging(summary, (page > 1) ? href(list, page - 1) : null,
				(page < pages) ? href(list, page + 1) : null, (pages > 1) ? steps(list, page, pages) : List.of(), end);
	}

	/** The first, the last, and those around the current one. */
	private static List<Step> steps(Query list, int page, int pages) {
		List<Step> steps = new ArrayList<>();
		int before = 0;
		for (int number = 1; number <= pages; number++) {
			if (number == 1 || number == pages || Math.abs(number - page) <= 1) {
				if (number - before > 1) {
					steps.add(new Step("…", null, false));
				}
				boolean current = number == page;
				steps.add(new Step(Integer.toString(number), current ? null : href(list, number), current));
				before = number;
			}
		}
		return steps;
	}

	private static String href(Query list, int page) {
		return list.with("page", (page > 1) ? Integer.toString(page) : null).href();
	}

}
