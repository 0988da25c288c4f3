package dev.clickpath.storefront.testing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue service would say of the reviews of one kettle: thirteen are written
 * of twenty ratings, three of them are on the first page, and one is hostile.
 */
final class SmallReviews {

	private SmallReviews() {
	}

	static Object page(@Nullable String stars) {
		List<Object> reviews = "2".equals(stars) ? List.of() : List.of(review(1, 5, "Genau richtig", "de"),
				review(2, 1, SmallCatalogue.HOSTILE, "en"), review(3, 4, "", "en"));
		int total = (stars == null) ? 13 : "2".equals(stars) ? 0 : 3;
		return Map.of("product", "k5", "average", 4.35, "count", 20, "histogram", List.of(2, 0, 1, 3, 14), "written",
				13, "reviews", reviews, "page", 1, "size", 10, "total", total);
	}

	private static Object review(long id, int stars, String title, String language) {
		return Map.of("id", id, "name", "Alma <" + id + ">", "stars", stars, "title", title, "text",
				"\u202eabc <img src=x onerror=alert(1)>\n\n" + "W".repeat(700), "bought", stars == 5, "language",
				language, "writtenAt", "2026-03-0" + id + "T10:00:00Z", "changedAt", "2026-04-01T10:00:00Z");
	}

}
