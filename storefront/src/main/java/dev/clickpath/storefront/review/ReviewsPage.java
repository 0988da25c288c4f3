package dev.clickpath.storefront.review;

import java.util.List;

import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.page.Link;
import org.jspecify.annotations.Nullable;

/**
 * All reviews of a product.
 *
 * @param title of the product
 * @param brand who makes it
 * @param department the slug of its department
 * @param picture the address of its picture
 * @param href its own page
 * @param breadcrumbs the way here from the home page
 * @param view what people think
 * @param own what the reader wrote, or null
 * @param stars just those who gave so many are shown, or all when null
 * @param total how many are in this list
 */
public record ReviewsPage(String title, String brand, String department, String picture, String href,
		List<Link> breadcrumbs, ReviewsView view, ReviewsView.@Nullable Card own, @Nullable Integer stars, int total,
		List<Choice> sorts, Paging paging) {

	/**
	 * Where the reader's own is deleted.
	 */
	public String removal() {
		return this.view.formHref() + "/removal";
	}

}
