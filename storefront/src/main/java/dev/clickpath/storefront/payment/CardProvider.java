package dev.clickpath.storefront.payment;

import java.util.Optional;

import dev.clickpath.storefront.money.Money;

/**
 * Whoever charges cards for the shop. Every call may be repeated: the key decides which
 * charge is meant, and what was done once is not done again.
 * <p>
 * Each call may end with a {@link PaymentTimeoutException}. What was asked for has then
 * been done, or has not; {@link #find(String)} tells.
 */
public interface CardProvider {

	/**
	 * Hands over the card and gets what it is known by from now on.
	 */
	CardToken register(Card card);

	/**
	 * Charges the card, or tells how the charge of this key stands when there is one.
	 * @throws IllegalArgumentException when the key belongs to a charge of another amount
	 */
	Charge charge(String key, CardToken card, Money amount);

	/**
	 * Goes on with a charge that waits for a code. Of any other charge it tells how that
	 * stands.
	 */
	Charge confirm(String key, String code);

	/**
	 * How the charge of this key stands, empty when there is none yet.
	 */
	Optional<Charge> find(String key);

	/**
	 * Sees to it that nothing stays charged by this key, now and for ever: what was
	 * charged is given back, and a charge that is still under way will be refused.
	 */
	Charge cancel(String key);

}
