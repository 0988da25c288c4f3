package dev.clickpath.catalog.review;

import java.util.Optional;

import dev.clickpath.catalog.product.ProductNotFoundException;
import dev.clickpath.catalog.product.ProductRatings;
import dev.clickpath.catalog.product.Ratings;
import dev.clickpath.catalog.step.Steps;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads and writes reviews. What is written changes the product's ratings in the same
 * step; each author has one voice about a product, however often they write.
 */
@Component
class Reviews {

	private final ReviewTable table;

	private final ProductRatings ratings;

	private final Steps steps;

	Reviews(ReviewTable table, ProductRatings ratings, Steps steps) {
		this.table = table;
		this.ratings = ratings;
		this.steps = steps;
	}

	/**
	 * Some reviews of a product, and what all who rated it think.
	 * @param stars those who gave so many, or null for all
	 * @throws ProductNotFoundException if there is no such product
	 */
	ReviewPage page(String product, @Nullable Integer stars, Sort sort, int page, int size) {
		Ratings all = this.ratings.find(product).orElseThrow(() -> new ProductNotFoundException(product));
		Ratings written = this.table.written(product);
		return new ReviewPage(product, all.average(), all.count(), all.counts(), written.count(),
				this.table.page(product, stars, sort, page, size), page, size,
				(stars != null) ? written.of(stars) : written.count());
	}

	Optional<Review> find(String product, String author) {
		return this.table.find(product, author);
	}

	/**
	 * Writes a review in the place of what the author wrote before. Repeated it changes
	 * nothing.
	 * @throws ProductNotFoundException if there is no such product
	 */
	Review write(String product, String author, Opinion opinion) {
		return this.steps.take(() -> {
			Ratings all = this.ratings.lock(product).orElseThrow(() -> new ProductNotFoundException(product));
			Review before = this.table.find(product, author).orElse(null);
			if (before != null && same(before, opinion)) {
				return before;
			}
			Ratings others = (before != null) ? all.plus(before.stars(), -1) : all;
			this.ratings.change(product, others.plus(opinion.stars(), 1));
			return this.table.save(product, author, opinion);
		});
	}

	private static boolean same(Review review, Opinion opinion) {
		return opinion.equals(new Opinion(review.name(), review.stars(), review.title(), review.text(), review.bought(),
				review.language()));
	}

	/**
	 * Takes back what the author wrote, if anything, also of a product that is gone.
	 */
	void delete(String product, String author) {
		this.steps.take(() -> {
			Optional<Ratings> all = this.ratings.lock(product);
			Optional<Integer> stars = this.table.delete(product, author);
			if (all.isPresent() && stars.isPresent()) {
				this.ratings.change(product, all.get().plus(stars.get(), -1));
			}
			return stars;
		});
	}

}
