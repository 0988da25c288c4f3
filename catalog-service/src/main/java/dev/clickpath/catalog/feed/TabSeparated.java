package dev.clickpath.catalog.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row a line, with tabs between the fields and the fields' names on the first line. A
 * field in quotes is what is between them, where quotes are written twice; tabs and line
 * ends cannot be written at all.
 */
final class TabSeparated implements RowFormat {

	private static final int MOST_FIELDS = 500;

	private final List<String> names;

	private TabSeparated(List<String> names) {
		this.names = names;
	}

	/**
	 * What follows the line with the names.
	 * @throws InvalidFeedException when it cannot be that line
	 */
	static TabSeparated after(String header) {
		List<String> names = split(header).stream().map(TabSeparated::unquote).map(FeedFields::normalise).toList();
		if (names.size() > MOST_FIELDS) {
			throw new InvalidFeedException("The first line names more than %d fields.".formatted(MOST_FIELDS));
		}
		Set<String> known = new HashSet<>();
		for (String name : names) {
			if (FeedFields.isKnown(name) && !known.add(name)) {
				throw new InvalidFeedException("The first line names the field %s twice.".formatted(name));
			}
		}
		for (String required : FeedFields.REQUIRED) {
			if (!known.contains(required)) {
				throw new InvalidFeedException(
						"The first line must name the fields, with tabs between them, and %s is missing: or write JSON Lines."
							.formatted(required));
			}
		}
		return new TabSeparated(names);
	}

	@Override
	public Map<String, String> read(String line) throws RefusedException {
		List<String> values = split(line);
		if (values.size() != this.names.size()) {
			throw new RefusedException(
					"it has %,d fields, and the first line names %d".formatted(values.size(), this.names.size()));
		}
		Map<String, String> row = new HashMap<>();
		for (int i = 0; i < values.size(); i++) {
			String value = unquote(values.get(i));
			if (!value.isBlank()) {
				row.put(this.names.get(i), value);
			}
		}
		return row;
	}

	List<String> names() {
		return this.names;
	}

	private static List<String> split(String line) {
		List<String> fields = new ArrayList<>();
		int from = 0;
		for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
			fields.add(line.substring(from, tab));
			from = tab + 1;
		}
		fields.add(line.substring(from));
		return fields;
	}

	/** Where a quote stands alone within others, all of them are part of the text. */
	private static String unquote(String field) {
		if (field.length() < 2 || field.charAt(0) != '"' || !field.endsWith("\"")) {
			return field;
		}
		String inner = field.substring(1, field.length() - 1);
		String unquoted = inner.replace("\"\"", "\u0000");
		return (unquoted.indexOf('"') >= 0) ? field : unquoted.replace('\u0000', '"');
	}

}
