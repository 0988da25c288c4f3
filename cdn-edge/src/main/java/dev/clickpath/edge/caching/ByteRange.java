package dev.clickpath.edge.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One range of octets as a client asks for it (RFC 9110, section 14.1.2).
 *
 * @param first the first position, or -1 for the last octets
 * @param last the last position, or -1 for all that follows; for the last octets, how
 * many
 */
record ByteRange(long first, long last) {

	private static final Pattern FORM = Pattern.compile("(\\d*)-(\\d*)");

	/** Beyond the end of any body. */
	private static final long FARTHEST = 1L << 59;

	private static final String UNIT = "bytes=";

	/**
	 * The ranges asked for; empty when they cannot be read or their unit is another: then
	 * the field is as good as not there (section 14.2).
	 */
	static List<ByteRange> parse(String text) {
		String stripped = text.strip();
		if (!stripped.toLowerCase(Locale.ROOT).startsWith(UNIT)) {
			return List.of();
		}
		List<ByteRange> ranges = new ArrayList<>();
		for (String element : ListParser.elements(List.of(stripped.substring(UNIT.length())))) {
			ByteRange range = parseOne(element);
			if (range == null) {
				return List.of();
			}
			ranges.add(range);
		}
		return ranges;
	}

	private static @Nullable ByteRange parseOne(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		long first = number(matcher.group(1));
		long last = number(matcher.group(2));
		boolean valid = (first >= 0) ? last < 0 || first <= last : last >= 0;
		return valid ? new ByteRange(first, last) : null;
	}

	/**
	 * The position of the first octet in a body of this length.
	 */
	long from(long complete) {
		return (this.first >= 0) ? this.first : Math.max(0, complete - this.last);
	}

	/**
	 * The position after the last octet in a body of this length.
	 */
	long to(long complete) {
		return (this.first >= 0 && this.last >= 0) ? Math.min(this.last + 1, complete) : complete;
	}

	/**
	 * Whether it can be told which octets are meant without knowing how many there are.
	 */
	boolean isAbsolute() {
		return this.first >= 0 && this.last >= 0;
	}

	private static long number(String digits) {
		if (digits.isEmpty()) {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < digits.length(); i++) {
			number = Math.min(FARTHEST, number * 10 + digits.charAt(i) - '0');
		}
		return number;
	}

}
