package dev.clickpath.cli.click.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The values of HTTP fields that are lists (RFC 9110, section 5.6).
 */
public final class FieldValue {

	private FieldValue() {
	}

	/**
	 * The parts between separators, but for those in quoted strings and, as in
	 * {@code Link}, in addresses.
	 */
	public static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		boolean quoted = false;
		boolean address = false;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted && c == '\\') {
				i++;
			}
			else if (c == '"' && !address) {
				quoted = !quoted;
			}
			else if (!quoted && c == '<') {
				address = true;
			}
			else if (!quoted && c == '>') {
				address = false;
			}
			else if (c == separator && !quoted && !address) {
				parts.add(text.substring(start, i).strip());
				start = i + 1;
			}
		}
		parts.add(text.substring(start).strip());
		return parts;
	}

	/**
	 * Parameters by their names in lower case; the first of a name counts, one without a
	 * value is empty.
	 */
	public static Map<String, String> parameters(List<String> parts) {
		Map<String, String> parameters = new HashMap<>();
		for (String part : parts) {
			int equals = part.indexOf('=');
			String name = ((equals < 0) ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
			parameters.putIfAbsent(name, (equals < 0) ? "" : unquote(part.substring(equals + 1).strip()));
		}
		return parameters;
	}

	/** What a quoted string says; a token says itself. */
	public static String unquote(String text) {
		if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
			return text;
		}
		return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
	}

}
