package dev.clickpath.cli.events;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * A file of events, read line by line, never all of it at once.
 */
final class EventFile implements AutoCloseable {

	private static final List<String> USUAL = List.of("visitor", "type", "product", "at");

	private static final Set<String> KNOWN = Set.of("visitor", "type", "product", "at", "query", "region", "category",
			"brand");

	private static final int LONGEST_LINE = 4_096;

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final BoundedLines lines;

	private List<String> columns = USUAL;

	private long number;

	private boolean begun;

	EventFile(InputStream content) {
		this.lines = new BoundedLines(new InputStreamReader(content, StandardCharsets.UTF_8), LONGEST_LINE);
	}

	static EventFile open(Path file) throws IOException {
		InputStream content = new BufferedInputStream(Files.newInputStream(file));
		content.mark(2);
		boolean gzip = content.read() == 0x1f && content.read() == 0x8b;
		content.reset();
		return new EventFile(gzip ? new GZIPInputStream(content, 1 << 16) : content);
	}

	/**
	 * The next line that is not empty and no header, null after the last.
	 */
	@Nullable EventLine next() throws IOException {
		for (String text = this.lines.next(); text != null; text = this.lines.next()) {
			this.number++;
			if (!text.isBlank() && !isHeader(text)) {
				return new EventLine(this.number, fields(text));
			}
		}
		return null;
	}

	/** The first line is one when it has a column of the visitors. */
	private boolean isHeader(String text) {
		if (this.begun) {
			return false;
		}
		this.begun = true;
		List<String> names = CsvFields.of(text.replace(BYTE_ORDER_MARK, ""))
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.toList();
		if (!names.contains("visitor") || !names.contains("type")) {
			return false;
		}
		this.columns = names;
		return true;
	}

	private @Nullable Map<String, String> fields(String text) {
		if (text.equals(BoundedLines.TOO_LONG)) {
			return null;
		}
		List<String> values = CsvFields.of(text.replace(BYTE_ORDER_MARK, ""));
		if (values.size() != this.columns.size()) {
			return null;
		}
		Map<String, String> fields = new LinkedHashMap<>();
		for (int i = 0; i < values.size(); i++) {
			String column = this.columns.get(i);
			if (KNOWN.contains(column) && !values.get(i).isEmpty()) {
				fields.put(column, column.equals("at") ? Moment.said(values.get(i)) : values.get(i));
			}
		}
		return fields;
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

}
