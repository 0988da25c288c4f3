package dev.clickpath.catalog.feed;

import java.io.IOException;
import java.io.InputStream;

import dev.clickpath.catalog.feed.FeedRow.Given;
import dev.clickpath.catalog.feed.FeedRow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a feed one by one. What its first line begins with tells the format:
 * a brace JSON Lines, anything else the names of fields with tabs between them.
 */
public final class FeedReader {

	private final FeedLines lines;

	private @Nullable RowFormat format;

	public FeedReader(InputStream input) {
		this.lines = new FeedLines(input);
	}

	/**
	 * The next row, null after the last one. Empty lines are none.
	 * @throws InvalidFeedException when there is no telling how rows are written
	 */
	public @Nullable FeedRow next() throws IOException {
		while (this.lines.advance()) {
			FeedRow row = row();
			if (row != null) {
				return row;
			}
		}
		return null;
	}

	private @Nullable FeedRow row() {
		// Told before the line is read: of JSON Lines it is a row, and may be a bad one.
		if (this.format == null && this.lines.beginsWith('{')) {
			this.format = new JsonLines();
		}
		try {
			String text = this.lines.text();
			RowFormat known = this.format;
			if (text == null) {
				return null;
			}
			if (known != null) {
				return new Given(this.lines.number(), known.read(text));
			}
			this.format = TabSeparated.after(text);
			return null;
		}
		catch (RefusedException ex) {
			if (this.format == null) {
				throw new InvalidFeedException("The first line cannot be read: " + ex.reason() + ".");
			}
			return new Refused(this.lines.number(), ex.reason());
		}
	}

}
