package dev.clickpath.storefront.interest;

import java.util.List;

import dev.clickpath.storefront.card.Card;
import org.jspecify.annotations.Nullable;

/**
 * Why a visitor is shown a product.
 *
 * @param product the product
 * @param evidence what they did that speaks for it, the most first
 * @param lately how many are interested in it, or null when that says nothing
 * @param unknown whether it cannot be told at the moment
 * @param dismissed whether they do not want to see it
 */
public record WhyPage(Card product, List<Evidence> evidence, @Nullable String lately, boolean unknown,
		boolean dismissed) {

	/**
	 * Something that speaks for a product.
	 *
	 * @param product what the visitor met
	 * @param deed what they did with it, and when
	 * @param others how many others met both
	 * @param buyers how many others chose both, or null when nobody did
	 */
	public record Evidence(Card product, String deed, String others, @Nullable String buyers) {
	}

}
