package dev.clickpath.cli.recommendations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Simulated shoppers with taste: each likes a few groups of products, stays with one for
 * a while, and often goes on to a product that goes with the one before; some of what
 * they look at they put into the basket, and some of that they buy. The same every time,
 * and each called a simulated one.
 *
 * @param groups the products, those of a kind together
 * @param length how many each shopper looks at in the mean
 */
record SimulatedShoppers(List<List<String>> groups, int length, long seed) {

	private static final int SECONDS_BETWEEN = 20;

	private static final int GROUP = 20;

	private static final int LIKED = 3;

	private static final int FEWEST = 5;

	private static final int COMPANIONS = 5;

	private static final double GOES_WITH = 0.4;

	private static final double CHANGES_GROUP = 0.25;

	private static final double WANTS = 0.15;

	private static final double BUYS = 0.4;

	/**
	 * Shoppers for products that exist nowhere else.
	 */
	static SimulatedShoppers ofProducts(int products, int length) {
		return new SimulatedShoppers(IntStream.range(0, Math.max(1, products / GROUP))
			.mapToObj((group) -> IntStream.range(group * GROUP, (group + 1) * GROUP)
				.mapToObj((product) -> "simulated-" + product)
				.toList())
			.toList(), length, 1);
	}

	/**
	 * Lets them look at so many products in all, as lines of JSON.
	 * @param until when they have all gone
	 */
	void look(int events, Instant until, Consumer<String> consumer) {
		Instant start = until.minusSeconds((events + 2L) * SECONDS_BETWEEN);
		Random random = new Random(this.seed);
		int told = 0;
		for (int shopper = 0; told < events; shopper++) {
			for (String product : walk(random, Math.min(events - told, FEWEST + geometric(random)))) {
				consumer.accept(line(shopper, "view", product, at(start, told)));
				if (random.nextDouble() < WANTS) {
					consumer.accept(line(shopper, "basket", product, at(start, told + 1)));
					if (random.nextDouble() < BUYS) {
						consumer.accept(line(shopper, "purchase", product, at(start, told + 2)));
					}
				}
				told++;
			}
		}
	}

	private static String line(int shopper, String type, String product, Instant at) {
		return "{\"visitor\":\"%s\",\"type\":\"%s\",\"product\":\"%s\",\"at\":\"%s\"}".formatted(visitor(shopper), type,
				product, at);
	}

	private static Instant at(Instant start, int order) {
		return start.plusSeconds((long) order * SECONDS_BETWEEN);
	}

	static String visitor(int shopper) {
		return "simulated-" + shopper;
	}

	private int geometric(Random random) {
		double mean = Math.max(1, this.length - FEWEST);
		return (int) Math.min(20 * mean, -Math.log(1 - random.nextDouble()) * mean);
	}

	private List<String> walk(Random random, int steps) {
		int[] liked = random.ints(LIKED, 0, this.groups.size()).toArray();
		Set<String> seen = new HashSet<>();
		List<String> walk = new ArrayList<>();
		int group = liked[0];
		for (int tries = 0; walk.size() < steps && tries < 20 * steps; tries++) {
			if (random.nextDouble() < CHANGES_GROUP) {
				group = liked[random.nextInt(LIKED)];
			}
			String product = (!walk.isEmpty() && random.nextDouble() < GOES_WITH) ? companion(walk.getLast(), random)
					: popular(this.groups.get(group), random);
			if (seen.add(product)) {
				walk.add(product);
			}
		}
		return walk;
	}

	/** Of each product the same few. */
	private String companion(String product, Random random) {
		Random own = new Random(product.hashCode() * 31L + random.nextInt(COMPANIONS));
		return popular(this.groups.get(own.nextInt(this.groups.size())), own);
	}

	/** The square makes the first ones popular. */
	private static String popular(List<String> products, Random random) {
		double dice = random.nextDouble();
		return products.get((int) (products.size() * dice * dice));
	}

}
