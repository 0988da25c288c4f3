package dev.clickpath.cli.click.timeline;

/**
 * From when to when something lasted.
 *
 * @param from in nanoseconds since the click began
 * @param to in nanoseconds since the click began, not before
 */
public record Span(long from, long to) {

	private static final double NANOS_A_MILLI = 1e6;

	public Span {
		if (to < from) {
			throw new IllegalArgumentException("It ended at %d, before it began at %d".formatted(to, from));
		}
	}

	public long length() {
		return this.to - this.from;
	}

	public double millis() {
		return millis(length());
	}

	/** Nanoseconds in milliseconds. */
	public static double millis(long nanos) {
		return nanos / NANOS_A_MILLI;
	}

}
