package dev.clickpath.edge.caching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a response is stored under (RFC 9111, section 2): only answers to {@code GET} are
 * stored, so the method is left out.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the request's host, in lower case, with its port unless that is the
 * scheme's
 * @param target path and query, normalised
 */
public record CacheKey(String scheme, String host, String target) {

	/** RFC 3986, appendix B. */
	private static final Pattern REFERENCE = Pattern
		.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(?:#.*)?");

	/**
	 * The key of an absolute address, with whatever characters the edge takes in one; or
	 * null when it is none.
	 */
	public static @Nullable CacheKey of(String address) {
		Matcher matcher = REFERENCE.matcher(address.strip());
		boolean absolute = isVisible(address.strip()) && matcher.matches() && matcher.group(1) != null
				&& matcher.group(2) != null && !matcher.group(2).isEmpty();
		return absolute ? of(matcher.group(1), matcher.group(2), matcher.group(3),
				Objects.requireNonNullElse(matcher.group(4), "")) : null;
	}

	private static CacheKey of(String scheme, String authority, String path, String query) {
		String lowerCase = scheme.toLowerCase(Locale.ROOT);
		return new CacheKey(lowerCase, authority(lowerCase, authority), (path.isEmpty() ? "/" : path) + query);
	}

	private static boolean isVisible(String text) {
		return text.chars().allMatch((c) -> c > ' ' && c < 0x7f);
	}

	/**
	 * A host as it stands in keys: in lower case, and without the port that its scheme
	 * has anyway (RFC 9110, section 4.2.3).
	 */
	public static String authority(String scheme, String authority) {
		String lowerCase = authority.toLowerCase(Locale.ROOT);
		String port = scheme.equals("https") ? ":443" : ":80";
		return lowerCase.endsWith(port) ? lowerCase.substring(0, lowerCase.length() - port.length()) : lowerCase;
	}

	/**
	 * What a reference in an answer for this key points to (RFC 3986, section 5.2.2), or
	 * null when that is no address.
	 */
	@Nullable CacheKey resolve(String reference) {
		Matcher matcher = REFERENCE.matcher(reference.strip());
		if (!isVisible(reference.strip()) || !matcher.matches()) {
			return null;
		}
		String ownScheme = matcher.group(1);
		String authority = matcher.group(2);
		String path = matcher.group(3);
		String query = Objects.requireNonNullElse(matcher.group(4), "");
		if (authority != null) {
			return authority.isEmpty() ? null
					: of((ownScheme != null) ? ownScheme : this.scheme, authority, withoutDots(path), query);
		}
		if (ownScheme != null) {
			return null;
		}
		if (path.isEmpty()) {
			return query.isEmpty() ? this : withTarget(path() + query);
		}
		String from = path.startsWith("/") ? "" : path().substring(0, path().lastIndexOf('/') + 1);
		return withTarget(withoutDots(from + path) + query);
	}

	/** RFC 3986, section 5.2.4. */
	private static String withoutDots(String path) {
		Deque<String> kept = new ArrayDeque<>();
		String[] segments = path.split("/", -1);
		for (int i = 1; i < segments.length; i++) {
			boolean up = segments[i].equals("..");
			boolean dots = up || segments[i].equals(".");
			if (up) {
				kept.pollLast();
			}
			if (!dots) {
				kept.add(segments[i]);
			}
			else if (i == segments.length - 1) {
				kept.add("");
			}
		}
		return "/" + String.join("/", kept);
	}

	public CacheKey withTarget(String other) {
		return other.equals(this.target) ? this : new CacheKey(this.scheme, this.host, other);
	}

	/**
	 * The path, without the query.
	 */
	String path() {
		int query = this.target.indexOf('?');
		return (query < 0) ? this.target : this.target.substring(0, query);
	}

	/**
	 * The address as a whole.
	 */
	@Override
	public String toString() {
		return this.scheme + "://" + this.host + this.target;
	}

	/** The host is the same in nearly all keys, so it is left out. */
	@Override
	public int hashCode() {
		return this.target.hashCode();
	}

}
