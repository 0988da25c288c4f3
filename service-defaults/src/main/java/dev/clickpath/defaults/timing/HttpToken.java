package dev.clickpath.defaults.timing;

/**
 * Tokens and quoted strings of HTTP (RFC 9110, section 5.6).
 */
final class HttpToken {

	private static final String PUNCTUATION = "!#$%&'*+-.^_`|~";

	private HttpToken() {
	}

	static boolean isToken(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isTokenCharacter(text.charAt(i))) {
				return false;
			}
		}
		return !text.isEmpty();
	}

	static boolean isTokenCharacter(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
				|| PUNCTUATION.indexOf(c) >= 0;
	}

	/**
	 * Whether it may stand between quotes; what is not ASCII may, but is read in many
	 * ways.
	 */
	static boolean isQuotable(char c) {
		return c >= ' ' && c < 0x7f;
	}

	/**
	 * Appends text that stands between quotes. What a header may not carry becomes a
	 * space.
	 */
	static void appendQuotable(StringBuilder to, String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				to.append('\\');
			}
			to.append(isQuotable(c) ? c : ' ');
		}
	}

}
