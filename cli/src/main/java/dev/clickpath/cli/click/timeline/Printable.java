package dev.clickpath.cli.click.timeline;

/**
 * Words of others on a terminal.
 */
public final class Printable {

	private Printable() {
	}

	/**
	 * One line without what would move the cursor, colour the terminal or worse.
	 * @param most so many characters are kept, at least 4
	 */
	public static String of(String text, int most) {
		String line = text.codePoints()
			.limit(most + 1L)
			.map((c) -> isHarmless(c) ? c : ' ')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
		return (line.codePointCount(0, line.length()) > most)
				? line.substring(0, line.offsetByCodePoints(0, most - 3)) + "..." : line;
	}

	private static boolean isHarmless(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

}
