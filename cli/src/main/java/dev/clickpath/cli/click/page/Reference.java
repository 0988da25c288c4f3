package dev.clickpath.cli.click.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a reference (RFC 3986, section 4.1) without its fragment. What may not
 * stand in an address is percent-encoded in its path and its query; backslashes before
 * the query are slashes, as they are to browsers.
 *
 * @param scheme null when it is that of the base
 * @param authority null when it is that of the base
 * @param path may be empty
 * @param query null when there is none
 */
record Reference(@Nullable String scheme, @Nullable String authority, String path, @Nullable String query) {

	/** RFC 3986, appendix B, with the schemes of section 3.1. */
	private static final Pattern PARTS = Pattern
		.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?]*))?([^?]*)(?:\\?(.*))?", Pattern.DOTALL);

	private static final Pattern COLON_FIRST = Pattern.compile("[^/]*:.*", Pattern.DOTALL);

	private static final String PATH = "-._~!$&'()*+,;=:@/";

	private static final String QUERY = PATH + "?[]";

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	/**
	 * Nothing where a path begins with what looks like a scheme and is none (section
	 * 4.2).
	 */
	static Optional<Reference> parse(String reference) {
		Matcher parts = PARTS.matcher(slashed(reference.trim().replaceAll("(?s)[\t\r\n]|#.*", "")));
		if (!parts.matches() || (parts.group(1) == null && parts.group(2) == null
				&& COLON_FIRST.matcher(parts.group(3)).matches())) {
			return Optional.empty();
		}
		return Optional.of(new Reference(parts.group(1), parts.group(2), parts.group(3), parts.group(4)));
	}

	private static String slashed(String reference) {
		int query = reference.indexOf('?');
		return (query < 0) ? reference.replace('\\', '/')
				: reference.substring(0, query).replace('\\', '/') + reference.substring(query);
	}

	/**
	 * What it stands for where it is found (RFC 3986, section 5.2.2).
	 */
	String on(URI base) {
		return absolute().orElseGet(() -> relative(base));
	}

	/** The whole address, where it needs no base. */
	Optional<String> absolute() {
		return Optional.ofNullable(this.scheme)
			.map((scheme) -> text(scheme.toLowerCase(Locale.ROOT), this.authority, this.path, this.query));
	}

	private String relative(URI base) {
		if (this.authority != null) {
			return text(base.getScheme(), this.authority, this.path, this.query);
		}
		String basePath = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
		if (this.path.isEmpty()) {
			return text(base.getScheme(), base.getRawAuthority(), basePath,
					(this.query != null) ? this.query : base.getRawQuery());
		}
		String folder = this.path.startsWith("/") ? "" : basePath.substring(0, basePath.lastIndexOf('/') + 1);
		return text(base.getScheme(), base.getRawAuthority(), folder + this.path, this.query);
	}

	private static String text(String scheme, @Nullable String authority, String path, @Nullable String query) {
		return scheme + ":" + ((authority != null) ? "//" + authority : "") + encoded(withoutDots(path), PATH)
				+ ((query != null) ? "?" + encoded(query, QUERY) : "");
	}

	/** RFC 3986, section 5.2.4; nothing leads out of the root. */
	private static String withoutDots(String path) {
		if (!path.startsWith("/")) {
			return path;
		}
		Deque<String> segments = new ArrayDeque<>();
		String last = "";
		for (String segment : path.substring(1).split("/", -1)) {
			last = segment.replaceAll("(?i)%2e", ".");
			switch (last) {
				case "." -> {
					// It is where one already is.
				}
				case ".." -> segments.pollLast();
				default -> segments.addLast(segment);
			}
		}
		boolean folder = last.equals(".") || last.equals("..");
		return "/" + String.join("/", segments) + ((folder && !segments.isEmpty()) ? "/" : "");
	}

	/** What is encoded already stays as it is. */
	private static String encoded(String text, String allowed) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		StringBuilder encoded = new StringBuilder(bytes.length);
		for (int i = 0; i < bytes.length; i++) {
			char c = (char) (bytes[i] & 0xFF);
			if (isLetterOrDigit(c) || allowed.indexOf(c) >= 0
					|| (c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2))) {
				encoded.append(c);
			}
			else {
				encoded.append('%').append(HEX.toHexDigits(bytes[i]));
			}
		}
		return encoded.toString();
	}

	private static boolean isLetterOrDigit(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	}

	private static boolean isHex(byte[] bytes, int index) {
		return index < bytes.length && HexFormat.isHexDigit(bytes[index]);
	}

}
