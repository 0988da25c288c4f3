package dev.clickpath.recommendation.evaluation;

import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * Lines of which no more than so many characters and one are kept: a file without line
 * ends must not fill the memory.
 */
final class BoundedLines {

	private static final int END = -1;

	private final Reader reader;

	private final int longest;

	/**
	 * @param reader read one character at a time
	 */
	BoundedLines(Reader reader, int longest) {
		this.reader = reader;
		this.longest = longest;
	}

	/**
	 * The next line, or null at the end.
	 */
	@Nullable String next() throws IOException {
		StringBuilder line = new StringBuilder();
		int character = this.reader.read();
		if (character == END) {
			return null;
		}
		while (character != END && character != '\n') {
			if (line.length() <= this.longest && character != '\r') {
				line.append((char) character);
			}
			character = this.reader.read();
		}
		return line.toString();
	}

}
