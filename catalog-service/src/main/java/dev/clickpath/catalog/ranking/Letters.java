package dev.clickpath.catalog.ranking;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.Set;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Which characters words are made of, and how words are written that are the same one.
 */
final class Letters {

	/** Of these, marks are accents, points and vowels that people leave out. */
	private static final Set<UnicodeScript> WITHOUT_MARKS = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK,
			UnicodeScript.CYRILLIC, UnicodeScript.ARABIC, UnicodeScript.HEBREW);

	/** Of these, words have no blanks between them. */
	private static final Set<UnicodeScript> WITHOUT_BLANKS = EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO,
			UnicodeScript.KHMER, UnicodeScript.MYANMAR);

	private static final int FIRST_WITHOUT_BLANKS = 0xe00;

	private Letters() {
	}

	/**
	 * Whether a letter is a word of its own, being of writing without blanks.
	 */
	static boolean standsAlone(int c) {
		return c >= FIRST_WITHOUT_BLANKS && (Character.isIdeographic(c) || (c >= '\u3040' && c <= '\u30ff')
				|| WITHOUT_BLANKS.contains(UnicodeScript.of(c)));
	}

	/**
	 * Whether it belongs to the letter before it: an accent, a vowel sign, or what only
	 * tells how letters are joined.
	 */
	static boolean isMark(int c) {
		return switch (Character.getType(c)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
			default -> false;
		};
	}

	/**
	 * A word in lower case and without accents.
	 */
	static String fold(String word) {
		StringBuilder folded = new StringBuilder(word.length());
		for (int i = 0; i < word.length(); i++) {
			char c = word.charAt(i);
			if (c >= 0x80) {
				return foldAny(word);
			}
			folded.append((char) ((c >= 'A' && c <= 'Z') ? c + 32 : c));
		}
		return folded.toString();
	}

	private static String foldAny(String word) {
		String plain = Normalizer.normalize(withoutMarks(Normalizer.normalize(word, Form.NFD)), Form.NFC);
		char[] ascii = new char[4 * plain.length()];
		int length = ASCIIFoldingFilter.foldToASCII(plain.toCharArray(), 0, ascii, 0, plain.length());
		StringBuilder folded = new StringBuilder(length);
		String.valueOf(ascii, 0, length).codePoints().map(Letters::lowerCase).forEach(folded::appendCodePoint);
		return folded.toString();
	}

	private static String withoutMarks(String decomposed) {
		StringBuilder left = new StringBuilder(decomposed.length());
		boolean isLeft = true;
		for (int c : decomposed.codePoints().toArray()) {
			if (!isMark(c)) {
				isLeft = !WITHOUT_MARKS.contains(UnicodeScript.of(c));
				left.appendCodePoint(c);
			}
			else if (isLeft && Character.getType(c) != Character.FORMAT) {
				left.appendCodePoint(c);
			}
		}
		return left.toString();
	}

	/** At the end of a word a sigma has another shape. */
	private static int lowerCase(int c) {
		return (c == 'ς') ? 'σ' : Character.toLowerCase(c);
	}

}
