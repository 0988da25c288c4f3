package dev.clickpath.cli.click.timeline;

/**
 * Counts from the beginning of a click.
 *
 * @param start what {@link System#nanoTime()} said then
 */
public record Stopwatch(long start) {

	public static Stopwatch started() {
		return new Stopwatch(System.nanoTime());
	}

	/** Nanoseconds since then. */
	public long now() {
		return System.nanoTime() - this.start;
	}

}
