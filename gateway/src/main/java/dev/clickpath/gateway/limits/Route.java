package dev.clickpath.gateway.limits;

import java.util.HexFormat;

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
	static Route of(String method, String rawPath) {
		String path = plain(rawPath);
		if (path.equals("/search") || path.startsWith("/search/")) {
			return SEARCH;
		}
		boolean form = path.equals("/sign-in") || path.equals("/register");
		return (form && method.equals("POST")) ? SIGN_IN : PAGE;
	}

	/**
	 * As a storefront reads it: what need not be encoded is not (RFC 3986, section
	 * 6.2.2.2), and parameters of a segment make no difference.
	 */
	private static String plain(String path) {
		if (path.indexOf('%') < 0 && path.indexOf(';') < 0) {
			return path;
		}
		StringBuilder plain = new StringBuilder(path.length());
		boolean parameter = false;
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			parameter = c == ';' || (parameter && c != '/');
			int octet = (c == '%') ? HexFormat.fromHexDigits(path, i + 1, i + 3) : -1;
			boolean decoded = isUnreserved(octet);
			if (!parameter) {
				plain.append(decoded ? (char) octet : c);
			}
			i += decoded ? 2 : 0;
		}
		return plain.toString();
	}

	private static boolean isUnreserved(int octet) {
		return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9')
				|| octet == '-' || octet == '.' || octet == '_' || octet == '~';
	}

}
