package dev.clickpath.catalog.feed;

/**
 * A row of a feed cannot be used; the others can.
 */
public final class RefusedException extends Exception {

	private static final int LONGEST = 60;

	private final String reason;

	/**
	 * @param reason what is wrong with the row, in words that follow its line number
	 */
	public RefusedException(String reason) {
		super(reason, null, false, false);
		this.reason = reason;
	}

	public String reason() {
		return this.reason;
	}

	/**
	 * What stands in a feed, as a message may repeat it: short, and nothing in it but
	 * what can be seen.
	 */
	public static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().limit(LONGEST).map((c) -> isSafe(c) ? c : '\ufffd').forEach(quoted::appendCodePoint);
		return quoted.append((text.codePointCount(0, text.length()) > LONGEST) ? "…\"" : "\"").toString();
	}

	private static boolean isSafe(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

}
