package dev.clickpath.defaults.timing;

/**
 * Tokens and quoted strings of HTTP (RFC 9110, section 5.6).
 */
final class HttpToken {

	private static final String PUNCTUATION = "!#$%&'*+-.^_`|~";

	private HttpToken() {
	}

	static boolean isToken(String text) {
		return !text.isEmpty() && text.chars().allMatch(HttpToken::isTokenCharacter);
	}

	private static boolean isTokenCharacter(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
				|| PUNCTUATION.indexOf(c) >= 0;
	}

	/**
	 * The text between quotes. What a header may not carry becomes a space.
	 */
	static String quote(String text) {
		StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				quoted.append('\\');
			}
			quoted.append((c >= ' ' && c < 0x7f) ? c : ' ');
		}
		return quoted.append('"').toString();
	}

}
