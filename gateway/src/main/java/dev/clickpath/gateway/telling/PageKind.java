package dev.clickpath.gateway.telling;

/**
 * What a request is for, as far as its path's first segment tells: few enough that each
 * is measured for itself, whatever paths clients think of.
 */
enum PageKind {

	HOME("/"), DEPARTMENTS("/departments/**"), PRODUCTS("/products/**"), SEARCH("/search"),
	SUGGESTIONS("/search/suggestions"), BASKET("/basket/**"), CHECKOUT("/checkout/**"), ORDERS("/orders/**"),
	ACCOUNT("/account/**"), SIGN_IN("/sign-in"), REGISTER("/register"), JOURNEY("/journey/**"),
	LIVE("/journey/live/events"), ASSETS("/assets/**"), MEDIA("/media/**"), OTHER("other");

	private static final String SUGGESTIONS_PATH = "/search/suggestions";

	private static final String LIVE_PATH = "/journey/live/events";

	private final String pattern;

	PageKind(String pattern) {
		this.pattern = pattern;
	}

	/** As metrics name it. */
	String pattern() {
		return this.pattern;
	}

	/**
	 * What a path without its query is for.
	 */
	static PageKind of(String path) {
		int end = path.indexOf('/', 1);
		return switch ((end < 0) ? path : path.substring(0, end)) {
			case "/", "" -> HOME;
			case "/departments" -> DEPARTMENTS;
			case "/products" -> PRODUCTS;
			case "/search" -> path.equals(SUGGESTIONS_PATH) ? SUGGESTIONS : SEARCH;
			case "/basket" -> BASKET;
			case "/checkout" -> CHECKOUT;
			case "/orders" -> ORDERS;
			case "/account" -> ACCOUNT;
			case "/sign-in" -> SIGN_IN;
			case "/register" -> REGISTER;
			case "/journey" -> path.equals(LIVE_PATH) ? LIVE : JOURNEY;
			case "/assets" -> ASSETS;
			case "/media" -> MEDIA;
			default -> OTHER;
		};
	}

}
