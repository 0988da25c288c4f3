package dev.clickpath.storefront.visit;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a form leads back to: a page of this shop and never another site, whatever the
 * form says. Browsers read two slashes, and a backslash for a slash, as the start of
 * another host (WHATWG URL, "special authority slashes state").
 */
public final class ReturnPath {

	private static final int LONGEST = 2_000;

	/** RFC 3986, section 3.4. */
	private static final String CHARACTERS = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+";

	private static final Pattern QUERY = Pattern.compile(CHARACTERS);

	/** A path, perhaps with a query, that does not begin with two slashes. */
	private static final Pattern SAFE = Pattern.compile("/(?!/)" + CHARACTERS);

	private ReturnPath() {
	}

	/**
	 * The path asked for when it is safe, else the other.
	 */
	public static String orElse(@Nullable String asked, String other) {
		return (asked != null && asked.length() <= LONGEST && SAFE.matcher(asked).matches()) ? asked : other;
	}

	/**
	 * The page that was asked for, or when it was a form, the page it is a part of.
	 */
	public static String ofPage(HttpServletRequest request) {
		if (request.getMethod().equals("GET")) {
			return of(request);
		}
		String path = request.getRequestURI();
		int reviews = path.indexOf("/reviews");
		int end = (reviews > 0) ? reviews : path.indexOf('/', 1);
		return orElse((end > 0) ? path.substring(0, end) : path, "/");
	}

	/**
	 * The right address of a page that was asked for under another path: with the same
	 * query, unless that is none that an address may have.
	 */
	public static URI withQuery(String path, HttpServletRequest request) {
		String query = request.getQueryString();
		boolean sound = query != null && query.length() <= LONGEST && QUERY.matcher(query).matches();
		return URI.create(sound ? path + "?" + query : path);
	}

	static String of(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			return "/";
		}
		String query = withoutLanguage(request.getQueryString());
		return orElse(query.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + query, "/");
	}

	/** Whoever returns has perhaps chosen another language meanwhile. */
	private static String withoutLanguage(@Nullable String query) {
		if (query == null || !query.contains(LanguageChoice.PARAMETER + "=")) {
			return Objects.toString(query, "");
		}
		return Arrays.stream(query.split("&", -1))
			.filter((parameter) -> !parameter.startsWith(LanguageChoice.PARAMETER + "="))
			.collect(Collectors.joining("&"));
	}

}
