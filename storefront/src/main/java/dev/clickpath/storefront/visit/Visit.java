package dev.clickpath.storefront.visit;

import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.money.Prices;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the cookies tell, and what the shop looks like from there. A
 * controller that takes it makes a stranger a visitor.
 *
 * @param visitor the visitor's random name, known to nobody else; of someone signed in
 * the account's own, the same in every browser
 * @param stranger whether the name was given just now
 * @param region where to deliver to
 * @param words what the shop says, in the visitor's language
 * @param prices how prices are said, in the visitor's currency
 * @param basketCount how many things are in the basket, as the browser remembers it
 * @param here path and query of this page when it can be returned to, else the home page
 * @param prefetch whether nobody sees the page yet: the browser asks ahead of its user,
 * or somebody for the head alone
 * @param cdn the CDN as the visitor sees it
 * @param browser what the forms of the page are bound to: what only this browser's
 * cookies say
 * @param seed what is random on the answer
 * @param customer who is signed in, or null
 */
public record Visit(String visitor, boolean stranger, Region region, Words words, Prices prices, int basketCount,
		String here, boolean prefetch, Cdn cdn, String browser, Seed seed, @Nullable Customer customer) {

	public Language language() {
		return this.words.language();
	}

	/**
	 * What the visitor pays with, an ISO 4217 code.
	 */
	public String currency() {
		return this.prices.currency();
	}

	/**
	 * The same with the basket's true count, for a page that knows better than the
	 * browser.
	 */
	public Visit withBasketCount(int count) {
		return new Visit(this.visitor, this.stranger, this.region, this.words, this.prices, count, this.here,
				this.prefetch, this.cdn, this.browser, this.seed, this.customer);
	}

}
