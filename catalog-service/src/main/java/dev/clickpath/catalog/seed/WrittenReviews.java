package dev.clickpath.catalog.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Ratings;
import dev.clickpath.catalog.seed.Reviewers.Phrases;

/**
 * What some of those who rated a product wrote: always the same for the same product, and
 * each one part of the product's ratings.
 */
public final class WrittenReviews {

	/** Nobody has written later than that. */
	private static final Instant LATEST = Instant.parse("2026-10-31T00:00:00Z");

	/** Nobody knows a product sooner than that. */
	private static final Duration FIRST_USE = Duration.ofDays(6);

	private static final int FEWEST = 2;

	private static final int MOST = 10;

	private final List<Reviewers> reviewers;

	private final int shares;

	public WrittenReviews(Catalogue catalogue) {
		this.reviewers = catalogue.reviewers();
		this.shares = this.reviewers.stream().mapToInt(Reviewers::share).sum();
	}

	public List<WrittenReview> of(Product product) {
		return of(product.id(), product.ratings(), product.launched());
	}

	/**
	 * The same without all else that is known of the product.
	 */
	public List<WrittenReview> of(String product, Ratings ratings, LocalDate launched) {
		if (this.reviewers.isEmpty()) {
			return List.of();
		}
		Variation variation = new Variation(product + " reviews");
		List<WrittenReview> written = new ArrayList<>();
		Set<String> texts = new HashSet<>();
		Ratings silent = ratings;
		for (int left = FEWEST + variation.below(MOST - FEWEST + 1); left > 0 && silent.count() > 0; left--) {
			int stars = stars(silent, variation.below(silent.count()));
			WrittenReview review = write(product, stars, launched, variation);
			silent = silent.plus(stars, -1);
			if (texts.add(review.text())) {
				written.add(review);
			}
		}
		return written;
	}

	/** Of the rating at this place when they stand in a row. */
	private static int stars(Ratings ratings, int place) {
		int stars = 1;
		int before = place;
		while (before >= ratings.of(stars)) {
			before -= ratings.of(stars);
			stars++;
		}
		return stars;
	}

	private WrittenReview write(String product, int stars, LocalDate launched, Variation variation) {
		Reviewers reviewers = reviewers(variation.below(this.shares));
		Phrases phrases = reviewers.phrases(stars);
		return new WrittenReview(product, one(reviewers.names(), variation), stars, one(phrases.titles(), variation),
				text(phrases, variation), variation.below(10) < 8, reviewers.language(), time(launched, variation));
	}

	private Reviewers reviewers(int place) {
		int before = place;
		for (Reviewers each : this.reviewers) {
			if (before < each.share()) {
				return each;
			}
			before -= each.share();
		}
		return this.reviewers.getLast();
	}

	/** A beginning, and often more. */
	private static String text(Phrases phrases, Variation variation) {
		StringBuilder text = new StringBuilder(one(phrases.beginnings(), variation));
		if (variation.below(5) > 0) {
			append(text, one(phrases.middles(), variation));
		}
		if (variation.below(3) > 0) {
			append(text, one(phrases.endings(), variation));
		}
		return text.toString();
	}

	/** Full-width punctuation brings its own space. */
	private static void append(StringBuilder text, String sentence) {
		if (text.charAt(text.length() - 1) < 0x80) {
			text.append(' ');
		}
		text.append(sentence);
	}

	private static Instant time(LocalDate launched, Variation variation) {
		Instant first = launched.atStartOfDay().toInstant(ZoneOffset.UTC).plus(FIRST_USE);
		long seconds = Math.max(0, Duration.between(first, LATEST).toSeconds());
		return first.plusSeconds((long) (seconds * variation.between(0, 1)));
	}

	private static String one(List<String> choices, Variation variation) {
		return choices.get(variation.below(choices.size()));
	}

}
