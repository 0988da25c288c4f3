package dev.clickpath.cli.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * How files write a time.
 */
final class Moment {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

	private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private static final Pattern LOCAL = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9:.]{5,18}");

	/** Seconds are less until the year 5138, milliseconds more since 1973. */
	private static final double MILLIS_FROM = 1e11;

	private Moment() {
	}

	/**
	 * The same time as the shop wants it said, or the text as it is when it says none.
	 */
	static String said(String text) {
		try {
			if (NUMBER.matcher(text).matches()) {
				return ofNumber(Double.parseDouble(text)).toString();
			}
			if (DATE.matcher(text).matches()) {
				return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toString();
			}
			if (LOCAL.matcher(text).matches()) {
				return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toString();
			}
			return text;
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

	private static Instant ofNumber(double number) {
		return Instant.ofEpochMilli(Math.round((number < MILLIS_FROM) ? number * 1_000 : number));
	}

}
