package dev.clickpath.edge.caching;

import java.util.function.IntPredicate;

/**
 * The text of a structured field, read from its beginning to its end (RFC 9651, section
 * 4.2).
 */
final class FieldText {

	private final String text;

	private int position;

	FieldText(String text) {
		this.text = text;
	}

	int length() {
		return this.text.length();
	}

	int position() {
		return this.position;
	}

	boolean atEnd() {
		return this.position >= this.text.length();
	}

	/**
	 * What has been read since a position.
	 */
	String since(int start) {
		return this.text.substring(start, this.position);
	}

	/**
	 * The next character, which stays; 0 at the end.
	 */
	char peek() {
		return atEnd() ? 0 : this.text.charAt(this.position);
	}

	char next() throws MalformedFieldException {
		if (atEnd()) {
			throw new MalformedFieldException();
		}
		return this.text.charAt(this.position++);
	}

	/**
	 * Goes past a character if it is the next.
	 */
	boolean take(char wanted) {
		if (!atEnd() && peek() == wanted) {
			this.position++;
			return true;
		}
		return false;
	}

	void expect(char wanted) throws MalformedFieldException {
		if (!take(wanted)) {
			throw new MalformedFieldException();
		}
	}

	/**
	 * Goes past all characters of a kind.
	 */
	void skip(IntPredicate kind) {
		while (!atEnd() && kind.test(peek())) {
			this.position++;
		}
	}

	static boolean isSpace(int c) {
		return c == ' ';
	}

	/** RFC 9110, section 5.6.3. */
	static boolean isOptionalSpace(int c) {
		return c == ' ' || c == '\t';
	}

	static boolean isLowerCase(int c) {
		return c >= 'a' && c <= 'z';
	}

	static boolean isAlpha(int c) {
		return isLowerCase(c) || (c >= 'A' && c <= 'Z');
	}

	static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

}
