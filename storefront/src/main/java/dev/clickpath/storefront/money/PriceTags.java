package dev.clickpath.storefront.money;

import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.storefront.language.Language;

import org.springframework.stereotype.Component;

/**
 * All ways to say prices.
 */
@Component
public final class PriceTags {

	private final Exchange exchange;

	private final Map<Language, Map<String, Prices>> prices = new EnumMap<>(Language.class);

	public PriceTags(Exchange exchange) {
		this.exchange = exchange;
		for (Language language : Language.values()) {
			this.prices.put(language, new ConcurrentHashMap<>());
		}
	}

	/**
	 * Prices of one currency in one language, each time the same.
	 * @param currency an ISO 4217 code
	 */
	public Prices of(Language language, String currency) {
		Map<String, Prices> known = Objects.requireNonNull(this.prices.get(language));
		Prices prices = known.get(currency);
		return (prices != null) ? prices : known.computeIfAbsent(Currency.getInstance(currency).getCurrencyCode(),
				(code) -> new Prices(language, code, this.exchange));
	}

}
