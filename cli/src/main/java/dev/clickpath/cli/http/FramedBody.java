package dev.clickpath.cli.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that knows where it ends, by its length or by its chunks.
 */
final class FramedBody extends InputStream {

	private static final int HEXADECIMAL = 16;

	private final InputStream input;

	private final boolean chunked;

	/** Of the chunk, where there are chunks. */
	private long left;

	private boolean atEnd;

	private long read;

	private FramedBody(InputStream input, boolean chunked, long left) {
		this.input = input;
		this.chunked = chunked;
		this.left = left;
		this.atEnd = !chunked && left == 0;
	}

	static FramedBody ofLength(InputStream input, long length) {
		return new FramedBody(input, false, length);
	}

	static FramedBody chunked(InputStream input) {
		return new FramedBody(input, true, 0);
	}

	boolean isAtEnd() {
		return this.atEnd;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (this.chunked && this.left == 0 && !this.atEnd) {
			nextChunk();
		}
		if (this.atEnd) {
			return -1;
		}
		int got = this.input.read(target, offset, (int) Math.min(length, this.left));
		if (got < 0) {
			throw brokenOff();
		}
		this.left -= got;
		this.read += got;
		if (this.left == 0) {
			endPart();
		}
		return got;
	}

	private void endPart() throws IOException {
		if (!this.chunked) {
			this.atEnd = true;
		}
		else if (!line().isEmpty()) {
			throw new IOException("A chunk is longer than it says");
		}
	}

	private void nextChunk() throws IOException {
		String size = line();
		int extension = size.indexOf(';');
		this.left = Long.parseLong(((extension < 0) ? size : size.substring(0, extension)).strip(), HEXADECIMAL);
		if (this.left == 0) {
			String trailer = line();
			while (!trailer.isEmpty()) {
				trailer = line();
			}
			this.atEnd = true;
		}
	}

	private String line() throws IOException {
		try {
			return Wire.line(this.input);
		}
		catch (EOFException ex) {
			throw brokenOff();
		}
	}

	private BrokenOffException brokenOff() {
		return new BrokenOffException("The body broke off after %d bytes".formatted(this.read));
	}

}
