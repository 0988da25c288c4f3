package dev.clickpath.catalog.seed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Ratings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With the reviews that the shop is delivered with.
 */
class WrittenReviewsTests {

	private final Catalogue catalogue = DeliveredCatalogue.read();

	private final WrittenReviews reviews = new WrittenReviews(this.catalogue);

	private final List<Product> products = new Assortment(this.catalogue).products(0).toList();

	@Test
	void areTheSameEveryTime() {
		Product product = this.products.getFirst();
		assertThat(this.reviews.of(product)).isEqualTo(new WrittenReviews(DeliveredCatalogue.read()).of(product))
			.isNotEmpty();
	}

	@Test
	void arePartOfTheRatings() {
		assertThat(this.products).allSatisfy((product) -> {
			Map<Integer, Long> written = this.reviews.of(product)
				.stream()
				.collect(Collectors.groupingBy(WrittenReview::stars, Collectors.counting()));
			assertThat(written)
				.allSatisfy((stars, count) -> assertThat(count.intValue()).isBetween(1, product.ratings().of(stars)));
		});
	}

	@Test
	void fitTheirStars() {
		for (Product product : this.products.subList(0, 500)) {
			for (WrittenReview review : this.reviews.of(product)) {
				Reviewers reviewers = this.catalogue.reviewers()
					.stream()
					.filter((each) -> each.language().equals(review.language()))
					.findFirst()
					.orElseThrow();
				assertThat(reviewers.phrases(review.stars()).titles()).contains(review.title());
				assertThat(reviewers.phrases(review.stars()).beginnings()).anyMatch(review.text()::startsWith);
				assertThat(reviewers.names()).contains(review.name());
			}
		}
	}

	@Test
	void areVariedAndInSeveralLanguages() {
		List<WrittenReview> all = this.products.stream()
			.flatMap((product) -> this.reviews.of(product).stream())
			.toList();
		assertThat(all).hasSizeGreaterThan(10_000);
		assertThat(all.stream().map(WrittenReview::language).collect(Collectors.toSet()))
			.containsExactlyInAnyOrder("en", "de", "es", "fr", "ja");
		assertThat(all.stream().map(WrittenReview::text).collect(Collectors.toSet())).hasSizeGreaterThan(1_000);
		assertThat(all).allSatisfy((review) -> {
			assertThat(review.title().codePointCount(0, review.title().length())).isBetween(1, 100);
			assertThat(review.text()).doesNotContain("  ").hasSizeBetween(5, 400);
		});
	}

	@Test
	void nobodyWritesTheSameOfOneProductAsAnother() {
		assertThat(this.products.subList(0, 500))
			.allSatisfy((product) -> assertThat(this.reviews.of(product)).extracting(WrittenReview::text)
				.doesNotHaveDuplicates());
	}

	@Test
	void nobodyWritesBeforeAProductIsThere() {
		assertThat(this.products).allSatisfy((product) -> assertThat(this.reviews.of(product)).allSatisfy(
				(review) -> assertThat(review.writtenAt().toString()).isGreaterThan(product.launched().toString())
					.isLessThan("2026-11-10")));
	}

	@Test
	void nobodyWritesAboutWhatNobodyRated() {
		Product product = this.products.getFirst();
		assertThat(this.reviews.of(product.id(), Ratings.NONE, product.launched())).isEmpty();
		assertThat(this.reviews.of(product.id(), Ratings.NONE.plus(2, 1), product.launched()))
			.extracting(WrittenReview::stars)
			.isSubsetOf(Set.of(2));
	}

}
