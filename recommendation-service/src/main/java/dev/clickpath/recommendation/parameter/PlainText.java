package dev.clickpath.recommendation.parameter;

/**
 * Text as people write it on one line, without what only machines see.
 */
public final class PlainText {

	private PlainText() {
	}

	public static boolean is(String text) {
		return text.codePoints().allMatch(PlainText::isPlain);
	}

	private static boolean isPlain(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
