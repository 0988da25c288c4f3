package dev.clickpath.storefront.order;

import java.util.List;

import dev.clickpath.storefront.listing.Paging;

/**
 * A customer's orders.
 *
 * @param count how many, in words
 * @param orders those on this page, the latest first
 * @param paging the way through them
 */
public record OrdersPage(String count, List<Entry> orders, Paging paging) {

	/**
	 * One of them.
	 *
	 * @param href its page
	 * @param number what people call it
	 * @param date when it was placed
	 * @param state where it stands
	 * @param count how many things
	 * @param total what it cost
	 * @param pictures some of what is in it
	 */
	public record Entry(String href, String number, String date, String state, String count, String total,
			List<Picture> pictures) {
	}

	/**
	 * A picture of a product.
	 *
	 * @param url its address
	 * @param department the slug of its department
	 */
	public record Picture(String url, String department) {
	}

}
