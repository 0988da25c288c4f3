package dev.clickpath.edge.caching;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Dates of HTTP in their three forms (RFC 9110, section 5.6.7). The name of the day says
 * nothing that the date does not, and is not compared with it; letters may be of either
 * case. All else has to be as the RFC has it.
 */
public final class HttpDate {

	private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final String TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";

	private static final List<Pattern> FORMS = List.of(
			form("(?:mon|tue|wed|thu|fri|sat|sun), (?<day>\\d\\d) (?<month>[a-z]{3}) (?<year>\\d{4}) " + TIME + " gmt"),
			form("(?:mon|tues|wednes|thurs|fri|satur|sun)day, (?<day>\\d\\d)-(?<month>[a-z]{3})-(?<year>\\d\\d) " + TIME
					+ " gmt"),
			form("(?:mon|tue|wed|thu|fri|sat|sun) (?<month>[a-z]{3}) (?<day>[ \\d]\\d) " + TIME + " (?<year>\\d{4})"));

	private static final int LEAP_SECOND = 60;

	/** Two digits of a year are never those of one that is farther ahead. */
	private static final int MOST_YEARS_AHEAD = 50;

	private HttpDate() {
	}

	/**
	 * The time told, or null when there is no date or none that can be read.
	 */
	public static @Nullable Instant parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String stripped = text.strip();
		for (Pattern form : FORMS) {
			Matcher matcher = form.matcher(stripped);
			if (matcher.matches()) {
				return instant(matcher);
			}
		}
		return null;
	}

	public static String format(Instant instant) {
		return IMF_FIXDATE.format(instant);
	}

	private static @Nullable Instant instant(Matcher matcher) {
		int month = MONTHS.indexOf(matcher.group("month").toLowerCase(Locale.ROOT)) + 1;
		int year = number(matcher, "year");
		if (matcher.group("year").length() == 2) {
			int last = Year.now(ZoneOffset.UTC).getValue() + MOST_YEARS_AHEAD;
			year = last - Math.floorMod(last - year, 100);
		}
		int second = number(matcher, "second");
		try {
			// A leap second is the second before it.
			return LocalDateTime
				.of(year, month, number(matcher, "day"), number(matcher, "hour"), number(matcher, "minute"),
						(second == LEAP_SECOND) ? second - 1 : second)
				.toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static int number(Matcher matcher, String group) {
		return Integer.parseInt(matcher.group(group).strip());
	}

	private static Pattern form(String expression) {
		return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
	}

}
