package dev.clickpath.gateway.listening;

import org.jspecify.annotations.Nullable;

/**
 * What a request may be for: paths, addresses and hosts (RFC 3986; RFC 9112, section
 * 3.2).
 */
final class Targets {

	private static final int LONGEST_HOST = 255 + ":65535".length();

	private Targets() {
	}

	/**
	 * Whether each percent sign begins an octet and brackets stand in a query alone.
	 */
	static boolean isWellEncoded(CharSequence target) {
		boolean query = false;
		for (int i = 0; i < target.length(); i++) {
			switch (target.charAt(i)) {
				case '%' -> {
					if (i + 2 >= target.length() || !isHex(target.charAt(i + 1)) || !isHex(target.charAt(i + 2))) {
						return false;
					}
				}
				case '?' -> query = true;
				case '[', ']' -> {
					if (!query && target.charAt(0) == '/') {
						return false;
					}
				}
				default -> {
				}
			}
		}
		return true;
	}

	/**
	 * Whether a path with its query has nothing in it that does not belong there.
	 */
	static boolean isPath(CharSequence path) {
		for (int i = 0; i < path.length(); i++) {
			if (path.charAt(i) > '~' || !Octets.isOfTarget((byte) path.charAt(i))) {
				return false;
			}
		}
		return isWellEncoded(path);
	}

	static boolean isHex(int c) {
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
	}

	/**
	 * The host that a target in absolute form names.
	 * @return null when it is no such target
	 */
	static @Nullable String authority(String target) {
		int start = target.indexOf("://") + 3;
		String scheme = (start > 2) ? target.substring(0, start - 3) : "";
		if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
			return null;
		}
		int end = start;
		while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
			end++;
		}
		String authority = target.substring(start, end);
		return isAuthority(authority) ? authority : null;
	}

	/**
	 * Whether this is a host's name or address, with or without a port.
	 */
	static boolean isAuthority(CharSequence text) {
		if (text.isEmpty() || text.length() > LONGEST_HOST) {
			return false;
		}
		int i = (text.charAt(0) == '[') ? endOfBracketed(text) : endOfName(text);
		return i > 0 && (i == text.length() || isPort(text, i));
	}

	/**
	 * The host without its port.
	 */
	static String host(String authority) {
		int colon = authority.lastIndexOf(':');
		return (colon > authority.lastIndexOf(']')) ? authority.substring(0, colon) : authority;
	}

	private static int endOfBracketed(CharSequence text) {
		for (int i = 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == ']') {
				return (i > 2) ? i + 1 : -1;
			}
			if (!isHex(c) && c != ':' && c != '.') {
				return -1;
			}
		}
		return -1;
	}

	private static int endOfName(CharSequence text) {
		int i = 0;
		while (i < text.length() && isOfName(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static boolean isOfName(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
				|| c == '_';
	}

	private static boolean isPort(CharSequence text, int colon) {
		int digits = text.length() - colon - 1;
		if (text.charAt(colon) != ':' || digits < 1 || digits > 5) {
			return false;
		}
		int port = 0;
		for (int i = colon + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < '0' || c > '9') {
				return false;
			}
			port = port * 10 + c - '0';
		}
		return port <= 65_535;
	}

}
