package dev.clickpath.storefront.recommendation;

import java.time.Instant;
import java.util.List;

/**
 * Why a visitor is shown a product, counted when it is asked for.
 *
 * @param dismissed whether the visitor does not want to see it
 * @param because what the visitor did that speaks for it, the most first
 * @param interest how many are interested in it lately
 */
public record Reasons(boolean dismissed, List<Together> because, Interest interest) {

	/**
	 * Something the visitor met that others met as well.
	 *
	 * @param product what
	 * @param kind {@code view}, {@code basket} or {@code purchase}
	 * @param at when the last time
	 * @param visitors how many others met both
	 * @param buyers how many of them chose or bought both
	 * @param simulated how many of them are no people
	 */
	public record Together(String product, String kind, Instant at, int visitors, int buyers, int simulated) {
	}

	/**
	 * How many visitors have met the product in the last days, and how many of them are
	 * no people.
	 */
	public record Interest(int days, int visitors, int simulated) {
	}

}
