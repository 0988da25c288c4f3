package dev.clickpath.cli.click.report;

import java.util.Locale;

import dev.clickpath.cli.click.timeline.Span;

/**
 * Times and sizes as people read them.
 */
final class Amounts {

	private static final double TENTHS_FROM = 10;

	private static final int KILO = 1000;

	private Amounts() {
	}

	/** With as many decimals as mean something on a network that is inside a machine. */
	static String of(double millis) {
		return String.format(Locale.ROOT, (millis < TENTHS_FROM) ? "%.2f" : "%.1f", millis);
	}

	static String of(Span span) {
		return of(span.millis());
	}

	static String ofNanos(long nanos) {
		return of(Span.millis(nanos));
	}

	/** Bytes, above a thousand in kilobytes. */
	static String size(long bytes) {
		return (bytes < KILO) ? bytes + " B" : String.format(Locale.ROOT, "%.1f KB", bytes / (double) KILO);
	}

}
