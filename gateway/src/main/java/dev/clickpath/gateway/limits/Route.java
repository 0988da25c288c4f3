package dev.clickpath.gateway.limits;

/**
 * What is limited apart from each other, since it costs or matters differently.
 */
enum Route {

	PAGE("page"), SEARCH("search"), SIGN_IN("sign-in");

	private final String token;

	Route(String token) {
		this.token = token;
	}

	/** As {@code RateLimit} names it. */
	String token() {
		return this.token;
	}

	/**
	 * Trying a password is what counts; the page with the form is a page.
	 */
	static Route of(String method, String path) {
		if (path.equals("/search") || path.startsWith("/search/")) {
			return SEARCH;
		}
		boolean form = path.equals("/sign-in") || path.equals("/register");
		return (form && method.equals("POST")) ? SIGN_IN : PAGE;
	}

}
