package dev.clickpath.catalog.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads a feed line by line. However long a line is, only as much of it as may be used is
 * ever in memory. Lines end with a line feed, or with a carriage return before it.
 */
final class FeedLines {

	/** A description is the longest thing in it. */
	static final int LONGEST = 256 * 1024;

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	private final InputStream input;

	private final byte[] buffer = new byte[64 * 1024];

	private int next;

	private int end;

	private byte[] line = new byte[4 * 1024];

	private int length;

	private boolean tooLong;

	private long number;

	FeedLines(InputStream input) {
		this.input = input;
	}

	/**
	 * Goes to the next line.
	 * @return whether there is one
	 */
	boolean advance() throws IOException {
		this.length = 0;
		this.tooLong = false;
		boolean any = false;
		while (fill()) {
			any = true;
			int from = this.next;
			while (this.next < this.end && this.buffer[this.next] != '\n') {
				this.next++;
			}
			keep(from, this.next);
			if (this.next < this.end) {
				this.next++;
				break;
			}
		}
		if (any) {
			this.number++;
			trim();
		}
		return any;
	}

	private boolean fill() throws IOException {
		if (this.next < this.end) {
			return true;
		}
		this.next = 0;
		this.end = this.input.read(this.buffer);
		return this.end > 0;
	}

	private void keep(int from, int to) {
		if (this.length + to - from > LONGEST) {
			this.tooLong = true;
			return;
		}
		if (this.length + to - from > this.line.length) {
			this.line = Arrays.copyOf(this.line, Math.min(LONGEST, 2 * (this.length + to - from)));
		}
		System.arraycopy(this.buffer, from, this.line, this.length, to - from);
		this.length += to - from;
	}

	private void trim() {
		if (this.length > 0 && this.line[this.length - 1] == '\r') {
			this.length--;
		}
		int mark = BYTE_ORDER_MARK.length;
		if (this.number == 1 && this.length >= mark && Arrays.equals(this.line, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
			System.arraycopy(this.line, mark, this.line, 0, this.length - mark);
			this.length -= mark;
		}
	}

	/**
	 * The number of the line, counted from 1.
	 */
	long number() {
		return this.number;
	}

	/**
	 * Whether that is the first character of the line, blanks aside.
	 */
	boolean beginsWith(char first) {
		int at = 0;
		while (at < this.length && (this.line[at] == ' ' || this.line[at] == '\t')) {
			at++;
		}
		return at < this.length && this.line[at] == first;
	}

	/**
	 * The text of the line, null when there is none on it.
	 * @throws RefusedException when it is no text, or too much of it
	 */
	@Nullable String text() throws RefusedException {
		if (this.tooLong) {
			throw new RefusedException("the line is longer than %,d bytes".formatted(LONGEST));
		}
		try {
			String text = this.decoder.decode(ByteBuffer.wrap(this.line, 0, this.length)).toString();
			return text.isBlank() ? null : text;
		}
		catch (CharacterCodingException ex) {
			throw new RefusedException("the line is not UTF-8");
		}
	}

}
