package dev.clickpath.defaults.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code Server-Timing} header, leaving out what is malformed.
 */
final class ServerTimingParser {

	private static final double MOST_MILLISECONDS = 86_400_000;

	private ServerTimingParser() {
	}

	static List<ServerTiming.Entry> parse(@Nullable String headerValue) {
		List<ServerTiming.Entry> entries = new ArrayList<>();
		if (headerValue != null) {
			for (String metric : split(headerValue, ',')) {
				List<String> parts = split(metric, ';');
				String name = parts.getFirst();
				if (HttpToken.isToken(name)) {
					entries.add(entry(name, parts.subList(1, parts.size())));
				}
			}
		}
		return entries;
	}

	private static ServerTiming.Entry entry(String name, List<String> parameters) {
		Duration duration = null;
		String description = null;
		for (String parameter : parameters) {
			if (parameter.startsWith("dur=")) {
				duration = duration(unquote(parameter.substring(4)));
			}
			else if (parameter.startsWith("desc=")) {
				description = unquote(parameter.substring(5));
			}
		}
		return new ServerTiming.Entry(name, duration, description);
	}

	private static @Nullable Duration duration(String text) {
		try {
			double milliseconds = Double.parseDouble(text);
			return (milliseconds >= 0 && milliseconds <= MOST_MILLISECONDS)
					? Duration.ofNanos((long) (milliseconds * 1_000_000)) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static String unquote(String text) {
		if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
			return text;
		}
		return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
	}

	/**
	 * Splits at the separator, but not inside a quoted string.
	 */
	private static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		boolean quoted = false;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted && c == '\\') {
				i++;
			}
			else if (c == '"') {
				quoted = !quoted;
			}
			else if (c == separator && !quoted) {
				parts.add(text.substring(start, i).strip());
				start = i + 1;
			}
		}
		parts.add(text.substring(start).strip());
		return parts;
	}

}
