package dev.clickpath.gateway.upstream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps second tries from making a bad moment worse: of the last ten seconds' requests at
 * most a share may be tried again, and a few each second in any case, so that a shop with
 * little to do can try again as well (after Finagle's retry budget, and "Addressing
 * Cascading Failures" in Google's book on site reliability).
 */
public final class RetryBudget {

	private static final int SECONDS = 10;

	private final double share;

	private final int floor;

	private final AtomicReferenceArray<Second> seconds = new AtomicReferenceArray<>(SECONDS);

	private final LongAdder taken = new LongAdder();

	private final LongAdder exhausted = new LongAdder();

	/** What happened in one second. */
	private record Second(long number, LongAdder requests, LongAdder retries) {

		Second(long number) {
			this(number, new LongAdder(), new LongAdder());
		}

	}

	/**
	 * @param share of the requests, 0.2 for a fifth
	 * @param floor so many retries a second are free
	 */
	public RetryBudget(double share, int floor) {
		this.share = share;
		this.floor = floor;
	}

	/** A request has come, which earns a part of a retry. */
	public void request(long now) {
		second(now).requests().increment();
	}

	/**
	 * Takes one retry out of the budget.
	 * @return false when there is none left
	 */
	public boolean take(long now) {
		Second present = second(now);
		if (left(present) < 1) {
			this.exhausted.increment();
			return false;
		}
		present.retries().increment();
		this.taken.increment();
		return true;
	}

	/** How many retries there are in it. */
	public double left(long now) {
		return Math.max(0, left(second(now)));
	}

	private double left(Second present) {
		long requests = 0;
		long retries = 0;
		for (int i = 0; i < SECONDS; i++) {
			Second second = this.seconds.get(i);
			if (second != null && second.number() > present.number() - SECONDS) {
				requests += second.requests().sum();
				retries += second.retries().sum();
			}
		}
		return this.share * requests + (double) this.floor * SECONDS - retries;
	}

	/** How many retries it has given. */
	public long retries() {
		return this.taken.sum();
	}

	/** How often it was asked in vain. */
	public long timesExhausted() {
		return this.exhausted.sum();
	}

	private Second second(long now) {
		long number = Math.floorDiv(now, TimeUnit.SECONDS.toNanos(1));
		int slot = (int) Math.floorMod(number, (long) SECONDS);
		while (true) {
			Second second = this.seconds.get(slot);
			if (second != null && second.number() >= number) {
				return second;
			}
			this.seconds.compareAndSet(slot, second, new Second(number));
		}
	}

}
