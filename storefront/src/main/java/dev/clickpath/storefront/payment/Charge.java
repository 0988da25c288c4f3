package dev.clickpath.storefront.payment;

/**
 * What the provider's books say of one charge.
 *
 * @param key the key it was asked for by; there is one charge at most for each
 * @param state how it stands
 * @param attemptsLeft how many codes may still be tried when it is waiting for one
 */
public record Charge(String key, State state, int attemptsLeft) {

	/**
	 * How a charge stands.
	 */
	public enum State {

		/** The money is the shop's. */
		ACCEPTED,

		/** The card's holder has to enter a code first. */
		WAITING,

		/** The bank said no. */
		DECLINED,

		/** The bank said no, since the account does not hold as much. */
		UNCOVERED,

		/** Nothing was charged, and nothing can be charged by this key any more. */
		CANCELLED,

		/** All that was charged has been given back. */
		REFUNDED

	}
}
