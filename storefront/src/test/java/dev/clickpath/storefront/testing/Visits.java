package dev.clickpath.storefront.testing;

import java.math.BigDecimal;
import java.util.Map;

import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.language.Bundles;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.money.Exchange;
import dev.clickpath.storefront.money.PriceTags;
import dev.clickpath.storefront.visit.Region;
import dev.clickpath.storefront.visit.Seed;
import dev.clickpath.storefront.visit.Visit;

/**
 * Visits without a browser.
 */
public final class Visits {

	private static final Bundles BUNDLES = new Bundles(true);

	private static final PriceTags PRICE_TAGS = new PriceTags(new Exchange(Map.of("EUR", BigDecimal.ONE, "USD",
			new BigDecimal("1.10"), "GBP", new BigDecimal("0.86"), "JPY", BigDecimal.valueOf(164))));

	private Visits() {
	}

	/**
	 * Someone from the United States, who sees the catalogue's own prices.
	 */
	public static Visit american() {
		return of(Region.US, Language.EN, "USD");
	}

	public static Visit of(Region region, Language language, String currency) {
		return new Visit("v".repeat(27), false, region, words(language), PRICE_TAGS.of(language, currency), 0, "/",
				false, new Cdn(""), "v".repeat(27), Seed.random(), null);
	}

	public static Words words(Language language) {
		return BUNDLES.of(language);
	}

}
