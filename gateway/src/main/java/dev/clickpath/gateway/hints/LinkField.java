package dev.clickpath.gateway.hints;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds in {@code Link} (RFC 8288) what a browser can do before the page is there.
 */
final class LinkField {

	private static final Set<String> EARLY = Set.of("preload", "modulepreload", "preconnect");

	private LinkField() {
	}

	/**
	 * The links to load or connect to early, as they were written.
	 */
	static List<String> early(List<String> lines) {
		List<String> early = new ArrayList<>();
		for (String line : lines) {
			for (String link : split(line, ',')) {
				if (link.startsWith("<") && isEarly(link)) {
					early.add(link);
				}
			}
		}
		return early;
	}

	private static boolean isEarly(String link) {
		for (String parameter : split(link, ';')) {
			if (parameter.toLowerCase(Locale.ROOT).startsWith("rel=")) {
				String relations = parameter.substring("rel=".length()).replace("\"", "");
				for (String relation : relations.split(" ", -1)) {
					if (EARLY.contains(relation.toLowerCase(Locale.ROOT))) {
						return true;
					}
				}
			}
		}
		return false;
	}

	/** Neither within quotes nor within an address. */
	private static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		boolean quoted = false;
		boolean address = false;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			quoted ^= c == '"' && !address;
			address = !quoted && (c == '<' || (address && c != '>'));
			if (c == separator && !quoted && !address) {
				parts.add(text.substring(start, i).strip());
				start = i + 1;
			}
		}
		parts.add(text.substring(start).strip());
		return parts;
	}

}
