package dev.clickpath.storefront.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Query;
import org.jspecify.annotations.Nullable;

/**
 * What people think of a product, ready to be drawn.
 *
 * @param average the mean of the stars: {@code 4.4}, or null when nobody rated it
 * @param stars the mean in whole stars, 0 to 5
 * @param count how many rated it
 * @param bars how they spread, five stars first
 * @param written how many wrote something
 * @param cards some of the reviews
 * @param href where to read all of them
 * @param formHref where to write one
 */
public record ReviewsView(@Nullable String average, int stars, int count, List<Bar> bars, int written, List<Card> cards,
		String href, String formHref) {

	private static final int MOST_STARS = 5;

	/**
	 * Those who gave the same number of stars.
	 *
	 * @param percent which part they are of all
	 * @param share the same in words: {@code 62%}
	 * @param count how many they are
	 * @param href where to read what they wrote, or all when that is what is shown
	 * @param current whether just theirs are shown
	 */
	public record Bar(int stars, int percent, String share, int count, String href, boolean current) {
	}

	/**
	 * A review.
	 *
	 * @param title perhaps empty
	 * @param language the BCP 47 tag of title and text
	 * @param day when it was written, for machines
	 * @param date the same for people
	 * @param changed when it was last changed, for people, or null
	 */
	public record Card(long id, String name, int stars, String title, String text, String language, boolean bought,
			String day, String date, @Nullable String changed) {

		static Card of(Review review, Words words) {
			LocalDate day = day(review.writtenAt());
			Instant changed = review.changedAt();
			return new Card(review.id(), review.name(), review.stars(), review.title(), review.text(),
					review.language(), review.bought(), day.toString(), words.date(day),
					(changed != null && !day(changed).equals(day)) ? words.date(day(changed)) : null);
		}

		private static LocalDate day(Instant time) {
			return time.atOffset(ZoneOffset.UTC).toLocalDate();
		}

	}

	static ReviewsView of(Opinions opinions, @Nullable Integer chosen, String productHref, Words words) {
		String href = ReviewPaths.all(productHref);
		return new ReviewsView((opinions.count() > 0) ? words.decimal(opinions.average()) : null,
				(int) Math.round(opinions.average()), opinions.count(), bars(opinions, chosen, href, words),
				opinions.written(), opinions.reviews().stream().map((review) -> Card.of(review, words)).toList(), href,
				ReviewPaths.own(productHref));
	}

	private static List<Bar> bars(Opinions opinions, @Nullable Integer chosen, String href, Words words) {
		return IntStream.rangeClosed(1, MOST_STARS).map((place) -> MOST_STARS + 1 - place).mapToObj((stars) -> {
			boolean current = chosen != null && chosen == stars;
			return new Bar(stars, opinions.percent(stars), words.percent(opinions.percent(stars)),
					opinions.given(stars),
					Query.of(href).with("stars", current ? null : Integer.toString(stars)).href(), current);
		}).toList();
	}

}
