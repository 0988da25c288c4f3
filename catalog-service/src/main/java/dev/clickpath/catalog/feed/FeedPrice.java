package dev.clickpath.catalog.feed;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.catalog.product.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads prices: {@code 12.95 USD}, in a currency of ISO 4217.
 */
final class FeedPrice {

	private static final Pattern PRICE = Pattern.compile("\\s*([0-9]{1,15}(?:\\.[0-9]{1,10})?)\\s*([A-Za-z]{3})\\s*");

	/**
	 * In minor units: a basket full of the dearest is still far from the end of a long.
	 */
	private static final BigDecimal MOST = new BigDecimal(100_000_000_000L);

	private FeedPrice() {
	}

	static Money read(String field, @Nullable String text) throws RefusedException {
		if (text == null) {
			throw new RefusedException(field + " is missing");
		}
		Matcher price = PRICE.matcher(text);
		if (!price.matches()) {
			throw new RefusedException(
					"%s must look like 12.95 USD, not %s".formatted(field, RefusedException.quote(text)));
		}
		Currency currency = currency(field, price.group(2).toUpperCase(Locale.ROOT));
		BigDecimal amount = new BigDecimal(price.group(1)).movePointRight(currency.getDefaultFractionDigits());
		if (amount.signum() == 0 || amount.compareTo(MOST) > 0) {
			throw new RefusedException("%s is not in reach: %s".formatted(field, RefusedException.quote(text)));
		}
		if (amount.stripTrailingZeros().scale() > 0) {
			throw new RefusedException("%s has more decimals than %s: %s".formatted(field, currency.getCurrencyCode(),
					RefusedException.quote(text)));
		}
		return new Money(amount.longValueExact(), currency.getCurrencyCode());
	}

	private static Currency currency(String field, String code) throws RefusedException {
		try {
			Currency currency = Currency.getInstance(code);
			if (currency.getDefaultFractionDigits() >= 0) {
				return currency;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		throw new RefusedException("%s is in %s, which is no currency".formatted(field, code));
	}

}
