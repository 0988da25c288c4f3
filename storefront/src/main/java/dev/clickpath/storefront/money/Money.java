package dev.clickpath.storefront.money;

/**
 * An amount in minor units with its currency.
 *
 * @param amount in minor units: cents
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) implements Comparable<Money> {

	public Money times(int quantity) {
		return new Money(Math.multiplyExact(this.amount, quantity), this.currency);
	}

	/**
	 * The sum of two amounts of one currency.
	 */
	public Money plus(Money other) {
		return new Money(Math.addExact(this.amount, same(other).amount), this.currency);
	}

	public Money minus(Money other) {
		return new Money(Math.subtractExact(this.amount, same(other).amount), this.currency);
	}

	@Override
	public int compareTo(Money other) {
		return Long.compare(this.amount, same(other).amount);
	}

	private Money same(Money other) {
		if (!this.currency.equals(other.currency)) {
			throw new IllegalArgumentException(
					"Amounts in %s and %s cannot be reckoned together".formatted(this.currency, other.currency));
		}
		return other;
	}

}
