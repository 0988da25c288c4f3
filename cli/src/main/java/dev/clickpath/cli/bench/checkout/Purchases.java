package dev.clickpath.cli.bench.checkout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What became of the forms that were sent since they were last collected.
 */
final class Purchases {

	private List<Duration> confirmed = new ArrayList<>();

	private int failed;

	/** An order was confirmed so long after its form was sent. */
	synchronized void confirmed(Duration taken) {
		this.confirmed.add(taken);
	}

	/** A form was not answered with a confirmation. */
	synchronized void failed() {
		this.failed++;
	}

	synchronized Collected collect() {
		Collected collected = new Collected(this.confirmed, this.failed);
		this.confirmed = new ArrayList<>();
		this.failed = 0;
		return collected;
	}

	/**
	 * What came to an end within some time.
	 *
	 * @param confirmed how long each confirmation took, the shortest first
	 * @param failed forms without one
	 */
	record Collected(List<Duration> confirmed, int failed) {

		private static final double MICROS_A_MILLI = 1e3;

		Collected {
			confirmed = new ArrayList<>(confirmed);
			Collections.sort(confirmed);
		}

		/**
		 * The time, in milliseconds, that such a share of them kept; NaN of none.
		 */
		double millis(double share) {
			if (this.confirmed.isEmpty()) {
				return Double.NaN;
			}
			int rank = (int) Math.ceil(share * this.confirmed.size());
			return this.confirmed.get(Math.max(rank, 1) - 1).toNanos() / 1e3 / MICROS_A_MILLI;
		}

	}

}
