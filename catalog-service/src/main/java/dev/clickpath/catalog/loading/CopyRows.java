package dev.clickpath.catalog.loading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes rows into a table by PostgreSQL's COPY, in its text format: a line a row, tabs
 * between the columns, {@code \N} for null.
 */
public final class CopyRows implements AutoCloseable {

	private final Writer writer;

	/**
	 * @param target the table with its columns: {@code product (id, title)}
	 */
	public CopyRows(Connection connection, String target) throws SQLException {
		PGCopyOutputStream stream = new PGCopyOutputStream(connection.unwrap(PGConnection.class),
				"copy " + target + " from stdin");
		this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
	}

	public void add(@Nullable Object... columns) {
		try {
			for (int i = 0; i < columns.length; i++) {
				if (i > 0) {
					this.writer.write('\t');
				}
				Object column = columns[i];
				this.writer.write((column != null) ? escape(column.toString()) : "\\N");
			}
			this.writer.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String escape(String text) {
		StringBuilder escaped = null;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			String replacement = switch (c) {
				case '\\' -> "\\\\";
				case '\t' -> "\\t";
				case '\n' -> "\\n";
				case '\r' -> "\\r";
				default -> null;
			};
			if (replacement != null && escaped == null) {
				escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
			}
			if (escaped != null) {
				if (replacement != null) {
					escaped.append(replacement);
				}
				else {
					escaped.append(c);
				}
			}
		}
		return (escaped != null) ? escaped.toString() : text;
	}

	/**
	 * Ends the COPY.
	 */
	@Override
	public void close() {
		try {
			this.writer.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
