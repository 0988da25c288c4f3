package dev.clickpath.cli.click.timeline;

import java.util.ArrayList;
import java.util.List;

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

	/** What a quoted string says; a token says itself. */
	public static String unquote(String text) {
		if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
			return text;
		}
		return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
	}

}
