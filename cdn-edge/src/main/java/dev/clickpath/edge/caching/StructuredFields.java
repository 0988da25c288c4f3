package dev.clickpath.edge.caching;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads dictionaries of structured fields (RFC 9651, section 4.2.2), as strictly as the
 * RFC demands: one wrong octet, and there is no dictionary. Parameters are read and left
 * out, since no field that the edge knows has any.
 */
final class StructuredFields {

	private static final int MOST_DIGITS = 15;

	private final String text;

	private int position;

	private StructuredFields(String text) {
		this.text = text;
	}

	/**
	 * A token, which is no string.
	 */
	record Token(String text) {

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * A value of a type that no field here has, as it is written.
	 */
	record Other(String text) {
	}

	/**
	 * The values by their keys: {@link Boolean}, {@link Long}, {@link String},
	 * {@link Token}, {@link Double} for decimals, {@link Other} for byte sequences, dates
	 * and display strings, a {@link List} of such for inner lists.
	 * @param lines of the field
	 * @return null when it is no dictionary
	 */
	static @Nullable Map<String, Object> dictionary(List<String> lines) {
		try {
			return new StructuredFields(String.join(",", lines)).dictionary();
		}
		catch (MalformedException ex) {
			return null;
		}
	}

	private static final class MalformedException extends Exception {

		private static final long serialVersionUID = 1L;

		private MalformedException() {
			super("no structured field");
		}

	}

	private Map<String, Object> dictionary() throws MalformedException {
		Map<String, Object> members = new LinkedHashMap<>();
		skip(" ");
		while (!atEnd()) {
			String key = key();
			members.remove(key);
			members.put(key, take('=') ? itemOrInnerList() : (Object) true);
			parameters();
			skip(" \t");
			if (atEnd()) {
				return members;
			}
			expect(',');
			skip(" \t");
			if (atEnd()) {
				throw new MalformedException();
			}
		}
		return members;
	}

	private Object itemOrInnerList() throws MalformedException {
		if (!take('(')) {
			return item();
		}
		List<Object> items = new ArrayList<>();
		skip(" ");
		while (!take(')')) {
			items.add(item());
			parameters();
			if (peek() != ' ' && peek() != ')') {
				throw new MalformedException();
			}
			skip(" ");
		}
		return items;
	}

	private Object item() throws MalformedException {
		char c = peek();
		if (c == '"') {
			return string();
		}
		if (c == '?') {
			this.position++;
			boolean value = take('1');
			if (!value) {
				expect('0');
			}
			return value;
		}
		if (c == '-' || isDigit(c)) {
			return number();
		}
		if (isAlpha(c) || c == '*') {
			return token();
		}
		int start = this.position;
		switch (c) {
			case ':' -> byteSequence();
			case '@' -> date();
			case '%' -> displayString();
			default -> throw new MalformedException();
		}
		return new Other(this.text.substring(start, this.position));
	}

	private String key() throws MalformedException {
		int start = this.position;
		if (!isLowerCase(peek()) && peek() != '*') {
			throw new MalformedException();
		}
		while (!atEnd() && (isLowerCase(peek()) || isDigit(peek()) || "_-.*".indexOf(peek()) >= 0)) {
			this.position++;
		}
		return this.text.substring(start, this.position);
	}

	private void parameters() throws MalformedException {
		while (take(';')) {
			skip(" ");
			key();
			if (take('=')) {
				item();
			}
		}
	}

	private String string() throws MalformedException {
		expect('"');
		StringBuilder value = new StringBuilder();
		while (!take('"')) {
			char c = next();
			if (c == '\\') {
				c = next();
				if (c != '"' && c != '\\') {
					throw new MalformedException();
				}
			}
			else if (c < ' ' || c > '~') {
				throw new MalformedException();
			}
			value.append(c);
		}
		return value.toString();
	}

	private Object number() throws MalformedException {
		int start = this.position;
		take('-');
		int digits = digits();
		if (digits == 0 || digits > MOST_DIGITS) {
			throw new MalformedException();
		}
		if (!take('.')) {
			return Long.parseLong(this.text.substring(start, this.position));
		}
		int decimals = digits();
		if (digits > 12 || decimals < 1 || decimals > 3) {
			throw new MalformedException();
		}
		return Double.parseDouble(this.text.substring(start, this.position));
	}

	private void byteSequence() throws MalformedException {
		expect(':');
		while (!take(':')) {
			char c = next();
			if (!isAlpha(c) && !isDigit(c) && "+/=".indexOf(c) < 0) {
				throw new MalformedException();
			}
		}
	}

	private void date() throws MalformedException {
		expect('@');
		if (!(number() instanceof Long)) {
			throw new MalformedException();
		}
	}

	private void displayString() throws MalformedException {
		expect('%');
		expect('"');
		ByteBuffer octets = ByteBuffer.allocate(this.text.length());
		while (!take('"')) {
			char c = next();
			if (c < ' ' || c > '~') {
				throw new MalformedException();
			}
			octets.put((byte) ((c == '%') ? hexadecimal(next()) << 4 | hexadecimal(next()) : c));
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
		}
		catch (CharacterCodingException ex) {
			throw new MalformedException();
		}
	}

	private static int hexadecimal(char c) throws MalformedException {
		int value = "0123456789abcdef".indexOf(c);
		if (value < 0) {
			throw new MalformedException();
		}
		return value;
	}

	private int digits() {
		int start = this.position;
		while (!atEnd() && isDigit(peek())) {
			this.position++;
		}
		return this.position - start;
	}

	private Token token() {
		int start = this.position;
		while (!atEnd() && (isAlpha(peek()) || isDigit(peek()) || "!#$%&'*+-.^_`|~:/".indexOf(peek()) >= 0)) {
			this.position++;
		}
		return new Token(this.text.substring(start, this.position));
	}

	private boolean atEnd() {
		return this.position >= this.text.length();
	}

	private char peek() {
		return atEnd() ? 0 : this.text.charAt(this.position);
	}

	private char next() throws MalformedException {
		if (atEnd()) {
			throw new MalformedException();
		}
		return this.text.charAt(this.position++);
	}

	private boolean take(char wanted) {
		if (!atEnd() && peek() == wanted) {
			this.position++;
			return true;
		}
		return false;
	}

	private void expect(char wanted) throws MalformedException {
		if (!take(wanted)) {
			throw new MalformedException();
		}
	}

	private void skip(String characters) {
		while (!atEnd() && characters.indexOf(peek()) >= 0) {
			this.position++;
		}
	}

	private static boolean isLowerCase(char c) {
		return c >= 'a' && c <= 'z';
	}

	private static boolean isAlpha(char c) {
		return isLowerCase(c) || (c >= 'A' && c <= 'Z');
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
