package dev.clickpath.storefront.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.storefront.language.Language;

/**
 * How prices are said to a visitor: in which currency, and as which language writes them.
 * There is one of it for each pair of these, told apart by identity.
 */
public final class Prices {

	private final Language language;

	private final String currency;

	private final Exchange exchange;

	/** By currency, of which there are some hundred and fifty. */
	private final Map<String, MoneyFormat> formats = new ConcurrentHashMap<>();

	Prices(Language language, String currency, Exchange exchange) {
		this.language = language;
		this.currency = currency;
		this.exchange = exchange;
	}

	/**
	 * The currency the visitor pays in, an ISO 4217 code.
	 */
	public String currency() {
		return this.currency;
	}

	/**
	 * A price of the catalogue in the visitor's currency, or as it is when there is no
	 * rate for it.
	 */
	public Money in(Money catalogPrice) {
		return this.exchange.change(catalogPrice, this.currency);
	}

	/**
	 * How much of the visitor's currency one of the catalogue's is worth.
	 */
	public BigDecimal rate(String currency) {
		return this.exchange.rate(currency, this.currency);
	}

	/**
	 * A price of the catalogue in the visitor's currency and language.
	 */
	public String text(Money catalogPrice) {
		return of(in(catalogPrice));
	}

	/**
	 * An amount, whatever its currency, in the visitor's language: {@code $1,249.90}.
	 */
	public String of(Money amount) {
		return format(amount.currency()).text(amount.amount());
	}

	/**
	 * An amount of whole units of the visitor's currency: {@code $25}.
	 */
	public String whole(long units) {
		return format(this.currency).whole(units);
	}

	/**
	 * How many minor units make a whole one in the visitor's currency.
	 */
	public long minorUnits() {
		return BigDecimal.ONE.movePointRight(format(this.currency).fractionDigits()).longValueExact();
	}

	/**
	 * The least price of the catalogue, in minor units, that comes to at least an amount
	 * of the visitor's currency.
	 */
	public long least(long amount, String catalogCurrency) {
		return this.exchange.least(new Money(amount, this.currency), catalogCurrency).amount();
	}

	private MoneyFormat format(String currency) {
		MoneyFormat known = this.formats.get(currency);
		return (known != null) ? known
				: this.formats.computeIfAbsent(currency, (same) -> MoneyFormat.of(this.language.locale(), same));
	}

}
