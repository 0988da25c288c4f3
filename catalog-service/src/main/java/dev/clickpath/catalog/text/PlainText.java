package dev.clickpath.catalog.text;

import java.util.regex.Pattern;

/**
 * Takes out of a text what nobody can see and what would change the look of others'
 * texts: control characters, halves of characters, and orders to write everything that
 * follows the other way round. What is left is text, whatever it looks like.
 */
public final class PlainText {

	/**
	 * Embeddings and overrides of the direction (UAX #9, 2.1 and 2.2), which people never
	 * type; isolates and marks, which some languages need, close by themselves.
	 */
	private static final Pattern UNSEEN = Pattern
		.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u202A-\\u202E&&[^\\n]]");

	private static final Pattern LINE_END = Pattern.compile("\\R");

	private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\n]*\\n");

	private static final Pattern SPACE = Pattern.compile("(?U)\\s+");

	private static final Pattern SEEN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

	private PlainText() {
	}

	/**
	 * The text in one line.
	 */
	public static String line(String text) {
		return UNSEEN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("").strip();
	}

	/**
	 * The text with its lines, at most one of them empty between two others.
	 */
	public static String lines(String text) {
		String lines = LINE_END.matcher(text).replaceAll("\n").replace('\t', ' ');
		return EMPTY_LINES.matcher(UNSEEN.matcher(lines).replaceAll("")).replaceAll("\n\n").strip();
	}

	/**
	 * Whether there is anything to see.
	 */
	public static boolean isSeen(String text) {
		return SEEN.matcher(text).find();
	}

}
