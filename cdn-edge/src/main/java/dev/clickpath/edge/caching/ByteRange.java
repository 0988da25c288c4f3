package dev.clickpath.edge.caching;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of octets as a client asks for it (RFC 9110, section 14.1.2).
 *
 * @param first the first position, or -1 for the last octets
 * @param last the last position, or -1 for all that follows; for the last octets, how
 * many
 */
record ByteRange(long first, long last) {

	private static final Pattern SINGLE = Pattern.compile("bytes=[ \\t]*(\\d{0,18})-(\\d{0,18})[ \\t]*");

	/**
	 * The range asked for. Empty when it cannot be read, when its unit is another, and
	 * when several are asked for: then the whole is the answer, as section 14.2 allows.
	 */
	static Optional<ByteRange> parse(String text) {
		Matcher matcher = SINGLE.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			return Optional.empty();
		}
		long first = number(matcher.group(1));
		long last = number(matcher.group(2));
		boolean valid = (first >= 0) ? last < 0 || first <= last : last >= 0;
		return valid ? Optional.of(new ByteRange(first, last)) : Optional.empty();
	}

	/**
	 * What of a body of this length is in the range.
	 */
	Answer of(long length) {
		long start = (this.first >= 0) ? this.first : Math.max(0, length - this.last);
		long end = (this.first >= 0 && this.last >= 0) ? Math.min(this.last, length - 1) : length - 1;
		return (start <= end) ? new Answer.Part(start, end - start + 1) : new Answer.Unsatisfiable();
	}

	private static long number(String digits) {
		return digits.isEmpty() ? -1 : Long.parseLong(digits);
	}

}
