package dev.clickpath.gateway.live;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests and how long it took until their answers began, in steps that each are
 * a twelfth longer than the one before.
 */
final class Traffic {

	private static final double SMALLEST_NANOS = 50_000;

	private static final double GROWTH = Math.log1p(1 / 12.0);

	private static final int STEPS = 192;

	private static final double NANOS_A_MILLI = 1e6;

	private final AtomicLongArray times = new AtomicLongArray(STEPS);

	private final LongAdder errors = new LongAdder();

	/**
	 * What was counted.
	 *
	 * @param times how many in each step
	 * @param errors how many of them failed
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Counted(long[] times, long errors) {

		static Counted none() {
			return new Counted(new long[STEPS], 0);
		}

		Counted plus(Counted other) {
			long[] sum = this.times.clone();
			for (int step = 0; step < STEPS; step++) {
				sum[step] += other.times[step];
			}
			return new Counted(sum, this.errors + other.errors);
		}

		long requests() {
			long requests = 0;
			for (long count : this.times) {
				requests += count;
			}
			return requests;
		}

		/**
		 * The time that such a share of the requests kept, in milliseconds; 0 when there
		 * were none.
		 */
		double percentile(double share) {
			long rank = (long) Math.ceil(requests() * share);
			long seen = 0;
			for (int step = 0; step < STEPS && rank > 0; step++) {
				seen += this.times[step];
				if (seen >= rank) {
					return SMALLEST_NANOS * Math.exp(GROWTH * step) / NANOS_A_MILLI;
				}
			}
			return 0;
		}

	}

	void add(long nanos, boolean failed) {
		int step = (int) Math.ceil(Math.log(nanos / SMALLEST_NANOS) / GROWTH);
		this.times.incrementAndGet(Math.clamp(step, 0, STEPS - 1));
		if (failed) {
			this.errors.increment();
		}
	}

	/**
	 * What was counted since it was taken last.
	 */
	Counted take() {
		long[] taken = new long[STEPS];
		for (int step = 0; step < STEPS; step++) {
			taken[step] = this.times.getAndSet(step, 0);
		}
		return new Counted(taken, this.errors.sumThenReset());
	}

}
