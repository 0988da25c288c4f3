package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.catalog.ranking.Part.Link;

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
		int c = at(this.position);
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
			int c = at(this.position);
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
			this.position += Character.charCount(c);
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
		boolean alone = Letters.standsAlone(at(start));
		do {
			this.position += Character.charCount(at(this.position));
		}
		while (Letters.isMark(at(this.position)) || (!alone && isLetterOfWord(at(this.position))));
		String letters = Letters.fold(this.text.substring(start, this.position));
		if (alone && this.link == Link.TIGHT) {
			this.link = Link.SPACED;
		}
		if (!isPossessive(letters)) {
			add(letters, false, start);
		}
		if (alone) {
			this.link = Link.SPACED;
		}
	}

	private static boolean isLetterOfWord(int c) {
		return Character.isLetter(c) && !Letters.standsAlone(c);
	}

	private boolean isPossessive(String letters) {
		return letters.equals("s") && this.link == Link.JOINED && this.position >= 2
				&& isApostrophe(this.text.charAt(this.position - 2));
	}

	private static boolean isApostrophe(char c) {
		return c == '\'' || c == '\u2019';
	}

	private void add(String part, boolean number, int start) {
		this.parts.add(new Part(part, number, this.parts.isEmpty() ? Link.APART : this.link, start, this.position));
		this.link = Link.TIGHT;
	}

	private void separator(int c) {
		this.position += Character.charCount(c);
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

	private static boolean isBlank(int c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c) || Letters.isMark(c) || OWNERSHIP.indexOf(c) >= 0;
	}

	/** It hangs on a word without being in one: {@code 'tis}, {@code rock'n'}. */
	private boolean isLoose(int joiner) {
		return joiner != '/' && joiner != '.' && !Character.isWhitespace(at(this.position));
	}

	private static boolean isDigit(int c) {
		return (c >= '0' && c <= '9') || (c >= 0x80 && Character.isDigit(c));
	}

	private int at(int index) {
		return (index < this.text.length()) ? this.text.codePointAt(index) : 0;
	}

}
