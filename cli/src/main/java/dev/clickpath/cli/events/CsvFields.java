package dev.clickpath.cli.events;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one line of comma-separated values (RFC 4180), which may stand in double
 * quotes. A line's end ends its last field too.
 */
final class CsvFields {

	private CsvFields() {
	}

	static List<String> of(String line) {
		List<String> fields = new ArrayList<>();
		StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"') {
				if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
					field.append(c);
					i++;
				}
				else {
					quoted = !quoted;
				}
			}
			else if (c == ',' && !quoted) {
				fields.add(field.toString().strip());
				field.setLength(0);
			}
			else {
				field.append(c);
			}
		}
		fields.add(field.toString().strip());
		return fields;
	}

}
