package dev.clickpath.cli.load.shoppers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.cli.load.browsing.BrowserCache;
import dev.clickpath.cli.load.browsing.Identity;
import dev.clickpath.cli.shopping.Cookies;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser, who may come again: what the shop has told their browser to
 * keep, and what they know of their basket. One visit at a time has them.
 */
final class Person {

	/** Quite long, and none of the usual ones. */
	static final String PASSWORD = "seven quiet kettles";

	private static final int ADDRESSES = 250;

	private final int number;

	private final String name;

	private final Cookies cookies = new Cookies();

	private final BrowserCache cache = new BrowserCache();

	/** What was put into it, by product; what else is in there is not known. */
	private final Map<String, Integer> basket = new HashMap<>();

	private @Nullable String latestOrder;

	private boolean registered;

	private boolean signedIn;

	/** Whether nothing else is in the basket. */
	private boolean basketKnown = true;

	/**
	 * A person nobody knows yet.
	 * @param salt tells the persons of this run from those of earlier ones
	 */
	Person(int number, String salt) {
		this.number = number;
		this.name = Identity.name(salt + Integer.toString(number, Character.MAX_RADIX));
	}

	String name() {
		return this.name;
	}

	String email() {
		return this.name.toLowerCase(Locale.ROOT) + "@shoppers.example";
	}

	/** In a network kept free for tests like this (RFC 2544). */
	String address() {
		return "198.%d.%d.%d".formatted(18 + this.number / ADDRESSES / ADDRESSES % 2,
				this.number / ADDRESSES % ADDRESSES, this.number % ADDRESSES);
	}

	Cookies cookies() {
		return this.cookies;
	}

	BrowserCache cache() {
		return this.cache;
	}

	Identity identity() {
		return new Identity(this.name, this.signedIn ? Identity.Presence.SIGNED_IN : Identity.Presence.STRANGER);
	}

	boolean isRegistered() {
		return this.registered;
	}

	boolean isSignedIn() {
		return this.signedIn;
	}

	/** There is an account now, and they are signed in to it. */
	void signIn() {
		// What the account's basket held before comes along.
		this.basketKnown &= !this.registered;
		this.registered = true;
		this.signedIn = true;
	}

	/** Their basket stays with the account. */
	void signOut() {
		this.signedIn = false;
		forgetBasket();
	}

	/** An order of theirs was confirmed. */
	void bought(String order) {
		this.latestOrder = order;
	}

	Optional<String> latestOrder() {
		return Optional.ofNullable(this.latestOrder);
	}

	Map<String, Integer> basket() {
		return Map.copyOf(this.basket);
	}

	boolean isBasketKnown() {
		return this.basketKnown;
	}

	/** The basket holds so many pieces of that. */
	void holds(String product, int pieces) {
		if (pieces > 0) {
			this.basket.put(product, pieces);
		}
		else {
			this.basket.remove(product);
		}
	}

	/** It holds exactly this. */
	void learn(Map<String, Integer> basket) {
		this.basket.clear();
		this.basket.putAll(basket);
		this.basketKnown = true;
	}

	/** Whatever it holds, it is to be learnt anew. */
	void forgetBasket() {
		this.basket.clear();
		this.basketKnown = false;
	}

}
