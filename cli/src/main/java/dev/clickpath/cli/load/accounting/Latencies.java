package dev.clickpath.cli.load.accounting;

import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * How long things took, in so many buckets that every percentile is right to a
 * thousandth. Not for use by several threads at once.
 */
final class Latencies {

	private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

	private final Histogram histogram;

	private Latencies(int digits) {
		this.histogram = new Histogram(digits);
		this.histogram.setAutoResize(true);
	}

	static Latencies exact() {
		return new Latencies(3);
	}

	/** Right to a hundredth, and much smaller. */
	static Latencies coarse() {
		return new Latencies(2);
	}

	void record(long nanos) {
		this.histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS));
	}

	Summary summary() {
		return new Summary(this.histogram.getTotalCount(), at(50), at(95), at(99),
				millis(this.histogram.getMaxValue()));
	}

	private double at(double percentile) {
		return millis(this.histogram.getValueAtPercentile(percentile));
	}

	private static double millis(long micros) {
		return micros / 1e3;
	}

}
