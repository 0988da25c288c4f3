package dev.clickpath.edge.caching;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads what stands alone in a structured field, or in one of its lists (RFC 9651,
 * section 4.2.3.1).
 */
final class BareItem {

	private static final int MOST_DIGITS = 15;

	private final FieldText text;

	private BareItem(FieldText text) {
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
	 * Reads the next one: a {@link Boolean}, {@link Long}, {@link String}, {@link Token},
	 * {@link Double} for decimals, {@link Other} for byte sequences, dates and display
	 * strings.
	 */
	static Object read(FieldText text) throws MalformedFieldException {
		return new BareItem(text).item();
	}

	private Object item() throws MalformedFieldException {
		char c = this.text.peek();
		if (c == '"') {
			return string();
		}
		if (this.text.take('?')) {
			boolean value = this.text.take('1');
			if (!value) {
				this.text.expect('0');
			}
			return value;
		}
		if (c == '-' || FieldText.isDigit(c)) {
			return number();
		}
		if (FieldText.isAlpha(c) || c == '*') {
			return token();
		}
		int start = this.text.position();
		switch (c) {
			case ':' -> byteSequence();
			case '@' -> date();
			case '%' -> displayString();
			default -> throw new MalformedFieldException();
		}
		return new Other(this.text.since(start));
	}

	private String string() throws MalformedFieldException {
		this.text.expect('"');
		StringBuilder value = new StringBuilder();
		while (!this.text.take('"')) {
			char c = this.text.next();
			if (c == '\\') {
				c = this.text.next();
				if (c != '"' && c != '\\') {
					throw new MalformedFieldException();
				}
			}
			else if (c < ' ' || c > '~') {
				throw new MalformedFieldException();
			}
			value.append(c);
		}
		return value.toString();
	}

	private Object number() throws MalformedFieldException {
		int start = this.text.position();
		this.text.take('-');
		int digits = digits();
		if (digits == 0 || digits > MOST_DIGITS) {
			throw new MalformedFieldException();
		}
		if (!this.text.take('.')) {
			return Long.parseLong(this.text.since(start));
		}
		int decimals = digits();
		if (digits > 12 || decimals < 1 || decimals > 3) {
			throw new MalformedFieldException();
		}
		return Double.parseDouble(this.text.since(start));
	}

	private int digits() {
		int start = this.text.position();
		this.text.skip(FieldText::isDigit);
		return this.text.position() - start;
	}

	private void byteSequence() throws MalformedFieldException {
		this.text.expect(':');
		while (!this.text.take(':')) {
			char c = this.text.next();
			if (!FieldText.isAlpha(c) && !FieldText.isDigit(c) && "+/=".indexOf(c) < 0) {
				throw new MalformedFieldException();
			}
		}
	}

	private void date() throws MalformedFieldException {
		this.text.expect('@');
		if (!(number() instanceof Long)) {
			throw new MalformedFieldException();
		}
	}

	private void displayString() throws MalformedFieldException {
		this.text.expect('%');
		this.text.expect('"');
		ByteBuffer octets = ByteBuffer.allocate(this.text.length());
		while (!this.text.take('"')) {
			char c = this.text.next();
			if (c < ' ' || c > '~') {
				throw new MalformedFieldException();
			}
			octets.put((byte) ((c == '%') ? hexadecimal(this.text.next()) << 4 | hexadecimal(this.text.next()) : c));
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
		}
		catch (CharacterCodingException ex) {
			throw new MalformedFieldException();
		}
	}

	private static int hexadecimal(char c) throws MalformedFieldException {
		int value = "0123456789abcdef".indexOf(c);
		if (value < 0) {
			throw new MalformedFieldException();
		}
		return value;
	}

	private Token token() {
		int start = this.text.position();
		this.text.skip(BareItem::isOfToken);
		return new Token(this.text.since(start));
	}

	private static boolean isOfToken(int c) {
		return FieldText.isAlpha(c) || FieldText.isDigit(c) || "!#$%&'*+-.^_`|~:/".indexOf(c) >= 0;
	}

}
