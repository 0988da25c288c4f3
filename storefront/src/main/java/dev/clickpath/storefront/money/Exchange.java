package dev.clickpath.storefront.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;

/**
 * Changes money from one currency into another, at fixed rates, rounding half a minor
 * unit up.
 */
public final class Exchange {

	private final Map<String, BigDecimal> rates;

	/**
	 * An exchange at these rates.
	 * @param rates how much of each currency is had for the same value
	 */
	public Exchange(Map<String, BigDecimal> rates) {
		this.rates = Map.copyOf(rates);
		this.rates.forEach((currency, rate) -> {
			if (rate.signum() <= 0) {
				throw new IllegalArgumentException("The rate of " + currency + " must be above 0");
			}
		});
	}

	/**
	 * The amount in the other currency, or as it is when there is no rate for it.
	 */
	public Money change(Money money, String currency) {
		if (!canChange(money.currency(), currency)) {
			return money;
		}
		return new Money(BigDecimal.valueOf(money.amount())
			.multiply(worth(currency))
			.divide(worth(money.currency()), 0, RoundingMode.HALF_UP)
			.longValueExact(), currency);
	}

	/**
	 * The least amount of one currency that is, changed into the money's, at least the
	 * money. There is always one when both have a rate.
	 */
	public Money least(Money money, String currency) {
		if (!canChange(currency, money.currency())) {
			return money;
		}
		// Half a unit less is already rounded up to the money.
		return new Money(BigDecimal.valueOf(money.amount())
			.subtract(new BigDecimal("0.5"))
			.multiply(worth(currency))
			.divide(worth(money.currency()), 0, RoundingMode.CEILING)
			.max(BigDecimal.ZERO)
			.longValueExact(), currency);
	}

	/**
	 * How much of one currency one of another is worth, in whole units of both; 1 when
	 * there is no rate.
	 */
	public BigDecimal rate(String from, String to) {
		if (!canChange(from, to)) {
			return BigDecimal.ONE;
		}
		BigDecimal one = Objects.requireNonNull(this.rates.get(from));
		return Objects.requireNonNull(this.rates.get(to)).divide(one, MathContext.DECIMAL64).stripTrailingZeros();
	}

	private boolean canChange(String from, String to) {
		return !from.equals(to) && this.rates.containsKey(from) && this.rates.containsKey(to);
	}

	/** How many minor units of a currency are had for what all rates are worth. */
	private BigDecimal worth(String currency) {
		BigDecimal rate = this.rates.get(currency);
		if (rate == null) {
			throw new IllegalArgumentException("There is no rate for " + currency);
		}
		return rate.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits());
	}

}
