package dev.clickpath.cli.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of a bounded length. Of a longer one only its end is looked for.
 */
final class BoundedLines implements AutoCloseable {

	/** Stands for a line that is too long. */
	static final String TOO_LONG = "\u0000";

	private final BufferedReader reader;

	private final int longest;

	private final StringBuilder line = new StringBuilder();

	BoundedLines(Reader reader, int longest) {
		this.reader = new BufferedReader(reader, 1 << 16);
		this.longest = longest;
	}

	/**
	 * The next line without its end, null after the last.
	 */
	@Nullable String next() throws IOException {
		this.line.setLength(0);
		boolean tooLong = false;
		boolean any = false;
		for (int c = this.reader.read(); c >= 0; c = this.reader.read()) {
			any = true;
			if (c == '\n') {
				return text(tooLong);
			}
			if (this.line.length() < this.longest) {
				this.line.append((char) c);
			}
			else {
				tooLong = true;
			}
		}
		return any ? text(tooLong) : null;
	}

	private String text(boolean tooLong) {
		if (tooLong) {
			return TOO_LONG;
		}
		int end = this.line.length();
		return this.line.substring(0, (end > 0 && this.line.charAt(end - 1) == '\r') ? end - 1 : end);
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

}
