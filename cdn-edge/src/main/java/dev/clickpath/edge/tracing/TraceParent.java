package dev.clickpath.edge.tracing;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where in which trace a request stands (W3C Trace Context, section 3.2).
 *
 * @param trace the trace, 32 hexadecimal digits
 * @param span who asks, 16 of them
 * @param sampled whether the trace is recorded
 */
public record TraceParent(String trace, String span, boolean sampled) {

	public static final String FIELD = "traceparent";

	private static final int LENGTH = 55;

	private static final int SPAN_AT = 36;

	private static final int FLAGS_AT = 53;

	private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

	/**
	 * Reads the field of a request.
	 * @return null when there is none, or it says nothing that can be understood
	 */
	public static @Nullable TraceParent parse(@Nullable String field) {
		if (field == null || field.length() != LENGTH || !FORM.matcher(field).matches()) {
			return null;
		}
		String trace = field.substring(3, SPAN_AT - 1);
		String span = field.substring(SPAN_AT, FLAGS_AT - 1);
		boolean sampled = (Integer.parseInt(field, FLAGS_AT, LENGTH, 16) & 1) != 0;
		return (isZero(trace) || isZero(span)) ? null : new TraceParent(trace, span, sampled);
	}

	/**
	 * The beginning of a trace that nobody records.
	 */
	static TraceParent fresh() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		HexFormat hex = HexFormat.of();
		return new TraceParent(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1),
				hex.toHexDigits(random.nextLong() | 1), false);
	}

	private static boolean isZero(String digits) {
		return digits.chars().allMatch((digit) -> digit == '0');
	}

	/**
	 * As the field's value.
	 */
	@Override
	public String toString() {
		return "00-" + this.trace + "-" + this.span + (this.sampled ? "-01" : "-00");
	}

}
