package dev.clickpath.edge.caching;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Dates of HTTP in their three forms (RFC 9110, section 5.6.7).
 */
public final class HttpDate {

	private static final DateTimeFormatter IMF_FIXDATE = format("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

	private static final List<DateTimeFormatter> FORMS = List.of(IMF_FIXDATE, rfc850(),
			format("EEE MMM ppd HH:mm:ss yyyy"));

	private HttpDate() {
	}

	/**
	 * The time told, or null when there is no date or none that can be read.
	 */
	public static @Nullable Instant parse(@Nullable String text) {
		if (text != null) {
			for (DateTimeFormatter form : FORMS) {
				try {
					return form.parse(text, Instant::from);
				}
				catch (DateTimeException ex) {
					// The next form may fit.
				}
			}
		}
		return null;
	}

	public static String format(Instant instant) {
		return IMF_FIXDATE.format(instant);
	}

	private static DateTimeFormatter format(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
	}

	/** Two digits of a year are read as one of the hundred years up to 2070. */
	private static DateTimeFormatter rfc850() {
		return new DateTimeFormatterBuilder().appendPattern("EEEE, dd-MMM-")
			.appendValueReduced(ChronoField.YEAR, 2, 2, 1971)
			.appendPattern(" HH:mm:ss 'GMT'")
			.toFormatter(Locale.ENGLISH)
			.withZone(ZoneOffset.UTC);
	}

}
