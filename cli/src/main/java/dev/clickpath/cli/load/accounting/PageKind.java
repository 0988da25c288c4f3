package dev.clickpath.cli.load.accounting;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is asked for. A form counts with the page it leads to.
 */
public enum PageKind {

	HOME("home"), DEPARTMENT("department"), SEARCH("search"), NARROWED("narrowed list"), PRODUCT("product"),
	ADDING("into the basket"), BASKET("basket"), FORM("form to sign in"), SIGN_IN("sign in"), REGISTER("register"),
	CHECKOUT("checkout"), PAYMENT("payment"), ORDERS("orders"),

	/** Not pages, but asked for by them while somebody types or looks. */
	SUGGESTIONS("suggestions"), SCRIPT("told by script"),

	/** From the edge. */
	ASSET("assets, each"),

	/** From when the page should have been asked for to its last asset. */
	WHOLE("page and all its assets");

	private static final Pattern FILTERED = Pattern
		.compile("(?:.*&)?(?:brand|price-[a-z]+|rating-min|in-stock|on-sale|attr\\.[^=]*)=.*");

	/** A department's page may be about one of its categories; that is its page. */
	private static final Pattern FILTERED_SEARCH = Pattern.compile("(?:.*&)?(?:department|category)=.*");

	private final String label;

	PageKind(String label) {
		this.label = label;
	}

	/** For people. */
	public String label() {
		return this.label;
	}

	/** For programs. */
	public String token() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether a person waits for it as for a page. */
	public boolean isPage() {
		return compareTo(SUGGESTIONS) < 0;
	}

	/**
	 * The kind of a page of the shop.
	 * @param query of its address, empty where there is none
	 */
	public static PageKind of(String method, String path, String query) {
		if (method.equals("POST")) {
			return ofForm(path);
		}
		if (path.startsWith("/products/")) {
			return PRODUCT;
		}
		if (path.startsWith("/departments/") || path.equals("/search")) {
			boolean search = path.equals("/search");
			if (FILTERED.matcher(query).matches() || (search && FILTERED_SEARCH.matcher(query).matches())) {
				return NARROWED;
			}
			return search ? SEARCH : DEPARTMENT;
		}
		return switch (path) {
			case "/" -> HOME;
			case "/search/suggestions" -> SUGGESTIONS;
			case "/basket" -> BASKET;
			case "/sign-in", "/register" -> FORM;
			case "/checkout" -> CHECKOUT;
			default -> ORDERS;
		};
	}

	private static PageKind ofForm(String path) {
		if (path.startsWith("/basket/")) {
			return ADDING;
		}
		if (path.startsWith("/products/")) {
			return SCRIPT;
		}
		return switch (path) {
			case "/sign-in", "/sign-out" -> SIGN_IN;
			case "/register" -> REGISTER;
			default -> PAYMENT;
		};
	}

}
