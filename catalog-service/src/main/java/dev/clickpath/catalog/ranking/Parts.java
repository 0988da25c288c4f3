package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.catalog.ranking.Part.Link;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Takes a text apart into the smallest pieces that mean anything: {@code WH-1000XM4} is
 * wh, 1000, xm and 4. A number keeps its decimals and loses the commas between its
 * thousands; a possessive s is left out; of writing without blanks every character is a
 * part.
 */
final class Parts {

	private static final String JOINERS = "-\u2010\u2011_./&+'\u2019";

	/** What says whose a name is, and nothing about a product. */
	private static final String OWNERSHIP = "\u00ae\u2122\u2120\u00a9";

	private final String text;

	private final List<Part> parts = new ArrayList<>();

	private Link link = Link.APART;

	private int position;

	private Parts(String text) {
		this.text = text;
	}

	static List<Part> of(String text) {
		Parts parts = new Parts(text);
		while (parts.position < text.length()) {
			parts.next();
		}
		return parts.parts;
	}

	private void next() {
		char c = at(this.position);
		if (isDigit(c)) {
			number();
		}
		else if (Character.isLetter(c)) {
			letters();
		}
		else {
			separator(c);
		}
	}

	private void number() {
		int start = this.position;
		StringBuilder digits = new StringBuilder();
		boolean decimals = false;
		while (true) {
			char c = at(this.position);
			if (isDigit(c)) {
				digits.append((char) ('0' + Character.digit(c, 10)));
			}
			else if (c == '.' && isDigit(at(this.position + 1))) {
				digits.append('.');
				decimals = true;
			}
			else if (c != ',' || decimals || !isThousand(this.position + 1)) {
				break;
			}
			this.position++;
		}
		add(digits.toString(), true, start);
		if (isInches(this.position)) {
			this.link = Link.TIGHT;
			this.position++;
			add(Units.INCH, false, this.position - 1);
		}
	}

	/** A double quote after a number, or the sign that is made for it. */
	private boolean isInches(int at) {
		return at(at) == '"' || at(at) == '\u2033' || at(at) == '\u201d';
	}

	private boolean isThousand(int from) {
		return isDigit(at(from)) && isDigit(at(from + 1)) && isDigit(at(from + 2)) && !isDigit(at(from + 3));
	}

	private void letters() {
		int start = this.position;
		if (standsAlone(at(start))) {
			this.position++;
			add(this.text.substring(start, this.position), false, start);
			this.link = Link.SPACED;
			return;
		}
		StringBuilder letters = new StringBuilder();
		for (char c = at(start); isLetterOfWord(c); c = at(++this.position)) {
			append(letters, c);
		}
		if (!isPossessive(letters)) {
			add(letters.toString(), false, start);
		}
	}

	/** Marks on letters have been written as characters of their own. */
	private static boolean isLetterOfWord(char c) {
		return (Character.isLetter(c) && !standsAlone(c)) || Character.getType(c) == Character.NON_SPACING_MARK
				|| Character.isSurrogate(c);
	}

	private static boolean standsAlone(char c) {
		return Character.isIdeographic(c) || (c >= '\u3040' && c <= '\u30ff');
	}

	private static void append(StringBuilder letters, char c) {
		if (c < 0x80) {
			letters.append((char) ((c >= 'A' && c <= 'Z') ? c + 32 : c));
		}
		else if (Character.getType(c) != Character.NON_SPACING_MARK) {
			char[] folded = new char[4];
			int length = ASCIIFoldingFilter.foldToASCII(new char[] { c }, 0, folded, 0, 1);
			for (int i = 0; i < length; i++) {
				letters.append(Character.toLowerCase(folded[i]));
			}
		}
	}

	private boolean isPossessive(StringBuilder letters) {
		return letters.length() == 1 && letters.charAt(0) == 's' && this.link == Link.JOINED && this.position >= 2
				&& isApostrophe(this.text.charAt(this.position - 2));
	}

	private static boolean isApostrophe(char c) {
		return c == '\'' || c == '\u2019';
	}

	private void add(String part, boolean number, int start) {
		this.parts.add(new Part(part, number, this.parts.isEmpty() ? Link.APART : this.link, start, this.position));
		this.link = Link.TIGHT;
	}

	private void separator(char c) {
		this.position++;
		boolean joiner = JOINERS.indexOf(c) >= 0;
		Link weaker;
		if (joiner && this.link == Link.TIGHT && Character.isLetterOrDigit(at(this.position))) {
			weaker = Link.JOINED;
		}
		else if (isBlank(c) || (joiner && isLoose(c))) {
			weaker = Link.SPACED;
		}
		else {
			weaker = Link.APART;
		}
		if (weaker.compareTo(this.link) > 0) {
			this.link = weaker;
		}
	}

	private static boolean isBlank(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c) || OWNERSHIP.indexOf(c) >= 0;
	}

	/** It hangs on a word without being in one: {@code 'tis}, {@code rock'n'}. */
	private boolean isLoose(char joiner) {
		return joiner != '/' && joiner != '.' && !Character.isWhitespace(at(this.position));
	}

	private static boolean isDigit(char c) {
		return (c >= '0' && c <= '9') || (c >= 0x80 && Character.isDigit(c));
	}

	private char at(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : 0;
	}

}
