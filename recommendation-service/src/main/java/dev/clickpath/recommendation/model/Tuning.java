package dev.clickpath.recommendation.model;

import java.time.Duration;

/**
 * The numbers of the model: what counts how much, and how much is kept.
 *
 * @param window with how many neighbours on each side a product of a visitor's sequence
 * makes pairs
 * @param orderDecay what each further step between two products leaves of the pair's
 * weight
 * @param backward what counts of a pair against the order in which the two were met
 * @param session two products met within this time were met in one session
 * @param acrossSessions what counts of a pair that was not met in one session
 * @param halfLife after which a pair counts half
 * @param trendHalfLife after which interest counts half for what is trending
 * @param shrinkage as many effective pairs as halve a similarity's worth
 * @param seeds how many of a visitor's latest products speak for recommendations
 * @param seedDecay what each older one's voice has of the one after it
 * @param neighbours how many of a product's neighbours are sure to be kept
 * @param history how many products of a visitor are remembered
 * @param visitors how many visitors are remembered
 * @param products how many products are known
 * @param countedEvents how many events of one visitor count within about a day
 */
public record Tuning(int window, double orderDecay, double backward, Duration session, double acrossSessions,
		Duration halfLife, Duration trendHalfLife, double shrinkage, int seeds, double seedDecay, int neighbours,
		int history, int visitors, int products, int countedEvents) {

	public static final Tuning DEFAULT = new Tuning(12, 0.85, 0.7, Duration.ofMinutes(30), 0.5, Duration.ofDays(60),
			Duration.ofDays(2), 1, 20, 0.85, 48, 1_000, 200_000, 1_000_000, 500);

	static final Duration FLOOD_HALF_LIFE = Duration.ofDays(1);

}
