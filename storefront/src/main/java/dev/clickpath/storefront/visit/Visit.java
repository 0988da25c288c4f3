package dev.clickpath.storefront.visit;

import dev.clickpath.storefront.cdn.Cdn;

/**
 * Who asks, as far as the cookies tell, and what the shop looks like from there. A
 * controller that takes it makes a stranger a visitor.
 *
 * @param visitor the visitor's random name, known to nobody else
 * @param stranger whether the name was given just now
 * @param region where to deliver to
 * @param basketCount how many things are in the basket, as the browser remembers it
 * @param here path and query of this page when it can be returned to, else the home page
 * @param prefetch whether the browser asks ahead of its user
 * @param cdn the CDN as the visitor sees it
 */
public record Visit(String visitor, boolean stranger, Region region, int basketCount, String here, boolean prefetch,
		Cdn cdn) {

	/**
	 * The same with the basket's true count, for a page that knows better than the
	 * browser.
	 */
	public Visit withBasketCount(int count) {
		return new Visit(this.visitor, this.stranger, this.region, count, this.here, this.prefetch, this.cdn);
	}

}
