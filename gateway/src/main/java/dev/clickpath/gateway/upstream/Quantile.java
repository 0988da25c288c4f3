package dev.clickpath.gateway.upstream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Follows a quantile of a stream of numbers with one number of memory: each value above
 * pushes the estimate up, each below pulls it down, in such a proportion that they
 * balance at the quantile (Ma, Muthukrishnan and Sandler, "Frugal Streaming for
 * Estimating Quantiles", 2013; here with steps in proportion to the estimate).
 */
public final class Quantile {

	private static final double STEP = 0.05;

	private final double quantile;

	private final AtomicLong estimate;

	/**
	 * @param quantile 0.95 for what 95 of 100 values are below of
	 * @param start the estimate before the first value
	 */
	public Quantile(double quantile, long start) {
		this.quantile = quantile;
		this.estimate = new AtomicLong(start);
	}

	public long estimate() {
		return this.estimate.get();
	}

	/** Of two values at the same time one may go unnoticed. */
	public void record(long value) {
		long before = this.estimate.get();
		double step = Math.max(1, STEP * before);
		double after = (value > before) ? before + step * this.quantile : before - step * (1 - this.quantile);
		this.estimate.compareAndSet(before, Math.max(1, Math.round(after)));
	}

}
