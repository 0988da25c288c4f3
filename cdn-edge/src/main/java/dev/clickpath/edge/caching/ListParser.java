package dev.clickpath.edge.caching;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a list-valued field apart at its commas, but not within quotes (RFC 9110, section
 * 5.6.1).
 */
final class ListParser {

	private ListParser() {
	}

	static List<String> elements(List<String> lines) {
		List<String> elements = new ArrayList<>();
		for (String line : lines) {
			int start = 0;
			boolean quoted = false;
			for (int i = 0; i < line.length(); i++) {
				char c = line.charAt(i);
				if (quoted && c == '\\') {
					i++;
				}
				else if (c == '"') {
					quoted = !quoted;
				}
				else if (c == ',' && !quoted) {
					add(elements, line.substring(start, i));
					start = i + 1;
				}
			}
			add(elements, line.substring(start));
		}
		return elements;
	}

	private static void add(List<String> elements, String element) {
		String stripped = element.strip();
		if (!stripped.isEmpty()) {
			elements.add(stripped);
		}
	}

}
