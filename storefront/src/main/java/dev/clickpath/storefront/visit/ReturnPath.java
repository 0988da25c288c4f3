package dev.clickpath.storefront.visit;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a form leads back to: a page of this shop and never another site, whatever the
 * form says. Browsers read two slashes, and a backslash for a slash, as the start of
 * another host (WHATWG URL, "special authority slashes state").
 */
public final class ReturnPath {

	private static final int LONGEST = 2_000;

	/**
	 * A path of visible ASCII without backslash, that does not begin with two slashes.
	 */
	private static final Pattern SAFE = Pattern.compile("/(?!/)[!-\\[\\]-~]*");

	private ReturnPath() {
	}

	/**
	 * The path asked for when it is safe, else the other.
	 */
	public static String orElse(@Nullable String asked, String other) {
		return (asked != null && asked.length() <= LONGEST && SAFE.matcher(asked).matches()) ? asked : other;
	}

	static String of(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			return "/";
		}
		String query = request.getQueryString();
		return orElse((query != null) ? request.getRequestURI() + "?" + query : request.getRequestURI(), "/");
	}

}
