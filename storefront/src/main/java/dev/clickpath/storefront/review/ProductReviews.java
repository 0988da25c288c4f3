package dev.clickpath.storefront.review;

import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Product;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The reviews on a product's page, which can be left out.
 */
@Component
public class ProductReviews {

	private final Reviews reviews;

	ProductReviews(Reviews reviews) {
		this.reviews = reviews;
	}

	/**
	 * Begins to fetch them; they are null when they do not come in time.
	 */
	public Part<@Nullable ReviewsView> of(Product product, Visit visit, Assembly assembly) {
		CompletableFuture<@Nullable ReviewsView> first = this.reviews.first(product.id())
			.thenApply((opinions) -> ReviewsView.of(opinions, null, Cards.href(product.id(), product.slug()),
					visit.words()));
		return () -> assembly.await(first, null);
	}

}
