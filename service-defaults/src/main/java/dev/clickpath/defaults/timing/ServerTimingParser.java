package dev.clickpath.defaults.timing;

import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code Server-Timing} header, leaving out what is malformed.
 */
final class ServerTimingParser {

	private static final double MOST_MILLISECONDS = 86_400_000;

	private static final double NANOS_A_MILLI = 1e6;

	/** Words for people are not longer. */
	private static final int MOST_WORDS = 200;

	private ServerTimingParser() {
	}

	/** Is told of each entry. */
	@FunctionalInterface
	interface Reader {

		/**
		 * One entry.
		 * @param start nanoseconds since the hop that wrote it had the request, or
		 * {@link ServerTiming#UNKNOWN}
		 * @param duration in nanoseconds, or {@link ServerTiming#UNKNOWN}
		 * @param words what it says without its start, or null
		 */
		void entry(String name, long start, long duration, @Nullable String words);

	}

	static void parse(String field, Reader reader) {
		MetricScanner scanner = new MetricScanner(field);
		while (scanner.next()) {
			long duration = nanos(text(field, scanner.duration()));
			String description = text(field, scanner.description());
			long start = ServerTiming.UNKNOWN;
			if (description != null && description.startsWith("@")) {
				int space = description.indexOf(' ');
				start = nanos(description.substring(1, (space > 0) ? space : description.length()));
				description = (space > 0) ? description.substring(space + 1) : null;
			}
			reader.entry(scanner.name(), start, duration, shortened(description));
		}
	}

	private static long nanos(@Nullable String milliseconds) {
		if (milliseconds == null) {
			return ServerTiming.UNKNOWN;
		}
		try {
			double value = Double.parseDouble(milliseconds);
			return (value >= 0 && value <= MOST_MILLISECONDS) ? (long) (value * NANOS_A_MILLI) : ServerTiming.UNKNOWN;
		}
		catch (NumberFormatException ex) {
			return ServerTiming.UNKNOWN;
		}
	}

	private static @Nullable String text(String field, MetricScanner.Range range) {
		if (!range.isThere()) {
			return null;
		}
		if (field.charAt(range.start()) != '"') {
			return field.substring(range.start(), range.end());
		}
		StringBuilder text = new StringBuilder(range.end() - range.start());
		for (int i = range.start() + 1; i < range.end() - 1; i++) {
			char c = field.charAt(i);
			text.append((c == '\\') ? field.charAt(++i) : c);
		}
		return text.toString();
	}

	private static @Nullable String shortened(@Nullable String words) {
		return (words != null && words.length() > MOST_WORDS) ? words.substring(0, MOST_WORDS) : words;
	}

}
