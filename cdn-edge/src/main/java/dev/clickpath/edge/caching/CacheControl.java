package dev.clickpath.edge.caching;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The directives that a cache follows (RFC 9111, section 5.2), names in lower case.
 * Reading is forgiving, meaning is strict: a number that cannot be read, or that two
 * directives say differently, counts as zero (section 4.2.1).
 *
 * @param directives each directive's argument, empty where it has none
 * @param targeted whether they stand in a field for caches like this one (RFC 9213),
 * beside which {@code Cache-Control} and {@code Expires} do not count
 */
public record CacheControl(Map<String, String> directives, boolean targeted) {

	/** Seconds beyond this are as good as for ever (RFC 9111, section 1.2.2). */
	private static final long MOST_SECONDS = 1L << 31;

	/** Neither a number nor a name: what is said with it is not to be relied on. */
	private static final String UNREADABLE = "?";

	/** Directives that only a number gives a meaning (RFC 9111 and RFC 5861). */
	private static final Set<String> OF_SECONDS = Set.of("max-age", "s-maxage", "stale-while-revalidate",
			"stale-if-error");

	private static final CacheControl NONE = new CacheControl(Map.of(), false);

	public CacheControl {
		directives = Map.copyOf(directives);
	}

	/**
	 * What {@code Cache-Control} says.
	 */
	public static CacheControl of(Fields fields) {
		List<String> lines = fields.all("Cache-Control");
		if (lines.isEmpty()) {
			return NONE;
		}
		Map<String, String> directives = new HashMap<>();
		for (String element : ListParser.elements(lines)) {
			int equals = element.indexOf('=');
			String name = (equals < 0) ? element : element.substring(0, equals);
			String argument = (equals < 0) ? "" : argument(name, element.substring(equals + 1));
			directives.merge(Words.shared(name.strip().toLowerCase(Locale.ROOT)), argument,
					(first, second) -> first.equals(second) ? first : UNREADABLE);
		}
		return new CacheControl(directives, false);
	}

	/**
	 * What a response says to a cache with these targets: the first of their fields that
	 * is there and can be read, or else {@code Cache-Control} (RFC 9213, section 2.2).
	 */
	public static CacheControl of(Fields response, List<String> targets) {
		for (String target : targets) {
			List<String> lines = response.all(target);
			Map<String, Object> members = lines.isEmpty() ? null : StructuredFields.dictionary(lines);
			if (members != null && !members.isEmpty() && members.entrySet().stream().allMatch(CacheControl::isSound)) {
				return new CacheControl(directives(members), true);
			}
		}
		return of(response);
	}

	private static boolean isSound(Map.Entry<String, Object> member) {
		return !OF_SECONDS.contains(member.getKey()) || member.getValue() instanceof Long;
	}

	private static Map<String, String> directives(Map<String, Object> members) {
		Map<String, String> directives = new HashMap<>();
		members.forEach((name, value) -> {
			if (!Boolean.FALSE.equals(value)) {
				directives.put(name, argument(value));
			}
		});
		return directives;
	}

	/** Which fields a directive is about is said with a string or a token. */
	private static String argument(Object value) {
		return switch (value) {
			case Boolean flag -> "";
			case Long _, String _, BareItem.Token _ -> value.toString();
			default -> UNREADABLE;
		};
	}

	public boolean has(String directive) {
		return this.directives.containsKey(directive);
	}

	/**
	 * Whether a directive stands for the whole response, and not just for the fields that
	 * its argument names.
	 */
	public boolean isUnqualified(String directive) {
		return has(directive) && fieldNames(directive).isEmpty();
	}

	/**
	 * The fields that {@code no-cache} or {@code private} are about, in lower case (RFC
	 * 9111, sections 5.2.2.4 and 5.2.2.7).
	 */
	public List<String> fieldNames(String directive) {
		String argument = this.directives.getOrDefault(directive, "");
		if (argument.equals(UNREADABLE) || (this.targeted && isDeltaSeconds(argument))) {
			return List.of();
		}
		return ListParser.elements(List.of(argument)).stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
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
		if (!isDeltaSeconds(text)) {
			return 0;
		}
		long seconds = 0;
		for (int i = 0; i < text.length(); i++) {
			seconds = Math.min(MOST_SECONDS, seconds * 10 + text.charAt(i) - '0');
		}
		return seconds;
	}

	static boolean isDeltaSeconds(String text) {
		return !text.isEmpty() && text.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	/** No white space belongs around the equals sign (RFC 9111, section 5.2). */
	private static String argument(String name, String text) {
		boolean spaced = !name.equals(name.strip()) || !text.equals(text.strip());
		return spaced ? UNREADABLE : unquote(text);
	}

	/** A quote that is not closed has swallowed what may have mattered. */
	private static String unquote(String text) {
		if (!text.startsWith("\"")) {
			return text;
		}
		boolean closed = text.length() >= 2 && text.endsWith("\"");
		return closed ? text.substring(1, text.length() - 1) : UNREADABLE;
	}

}
