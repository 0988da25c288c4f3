package dev.clickpath.edge.caching;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The directives of {@code Cache-Control} (RFC 9111, section 5.2), names in lower case.
 * Reading is forgiving, meaning is strict: a number that cannot be read, or that two
 * directives say differently, counts as zero (section 4.2.1).
 *
 * @param directives each directive's argument, empty where it has none
 */
public record CacheControl(Map<String, String> directives) {

	/** Seconds beyond this are as good as for ever (RFC 9111, section 1.2.2). */
	private static final long MOST_SECONDS = 1L << 31;

	private static final CacheControl NONE = new CacheControl(Map.of());

	public CacheControl {
		directives = Map.copyOf(directives);
	}

	public static CacheControl of(Fields fields) {
		List<String> lines = fields.all("Cache-Control");
		if (lines.isEmpty()) {
			return NONE;
		}
		Map<String, String> directives = new HashMap<>();
		for (String element : ListParser.elements(lines)) {
			int equals = element.indexOf('=');
			String name = (equals < 0) ? element : element.substring(0, equals);
			String argument = (equals < 0) ? "" : unquote(element.substring(equals + 1).strip());
			directives.merge(name.strip().toLowerCase(Locale.ROOT), argument,
					(first, second) -> first.equals(second) ? first : "");
		}
		return new CacheControl(directives);
	}

	public boolean has(String directive) {
		return this.directives.containsKey(directive);
	}

	/**
	 * The directive's seconds, or null when it is not there.
	 */
	public @Nullable Duration seconds(String directive) {
		String argument = this.directives.get(directive);
		return (argument != null) ? Duration.ofSeconds(deltaSeconds(argument)) : null;
	}

	/**
	 * A number of seconds; what is none counts as zero (RFC 9111, section 1.2.2).
	 */
	static long deltaSeconds(String text) {
		if (text.isEmpty() || !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return 0;
		}
		return (text.length() > 10) ? MOST_SECONDS : Math.min(Long.parseLong(text), MOST_SECONDS);
	}

	private static String unquote(String text) {
		boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1) : text;
	}

}
