package dev.clickpath.recommendation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Interactions for tests.
 */
final class Shoppers {

	static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

	private Shoppers() {
	}

	static Interaction view(String visitor, String product, int minute) {
		return met(visitor, product, Kind.VIEW, minute);
	}

	static Interaction met(String visitor, String product, Kind kind, int minute) {
		return new Interaction(visitor, product, kind, START.plus(Duration.ofMinutes(minute)));
	}

	/**
	 * One visitor looks at products a minute apart.
	 */
	static List<Interaction> views(String visitor, String... products) {
		List<Interaction> views = new ArrayList<>();
		for (String product : products) {
			views.add(view(visitor, product, views.size()));
		}
		return views;
	}

	/**
	 * Anything that may happen: repeats, late events, all kinds, short and long visits.
	 */
	static List<Interaction> crowd(long seed, int events, int visitors, int products) {
		Random random = new Random(seed);
		List<Interaction> crowd = new ArrayList<>();
		int minute = 0;
		for (int i = 0; i < events; i++) {
			minute += random.nextInt(20);
			int late = (random.nextInt(10) == 0) ? random.nextInt(3000) : 0;
			int dice = random.nextInt(10);
			Kind kind = (dice < 7) ? Kind.VIEW : (dice < 9) ? Kind.BASKET : Kind.PURCHASE;
			// The square makes some products popular.
			int product = (int) (products * random.nextDouble() * random.nextDouble());
			crowd.add(met("v" + random.nextInt(visitors), "p" + product, kind, minute - late));
		}
		return crowd;
	}

}
