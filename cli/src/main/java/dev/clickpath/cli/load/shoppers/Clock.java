package dev.clickpath.cli.load.shoppers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.load.accounting.Ledger;

/**
 * When things are to happen, until it is over: at its time, or because somebody says so.
 */
final class Clock {

	private final Ledger ledger;

	private final long begin;

	private volatile long end;

	private final CountDownLatch stopped = new CountDownLatch(1);

	/**
	 * A clock that begins now.
	 * @param length after which it is over, in nanoseconds
	 */
	Clock(Ledger ledger, long length) {
		this.ledger = ledger;
		this.begin = ledger.now();
		this.end = this.begin + length;
	}

	long begin() {
		return this.begin;
	}

	long now() {
		return this.ledger.now();
	}

	/**
	 * Waits for a moment.
	 * @return whether it came before it was over
	 */
	boolean await(long moment) throws InterruptedException {
		boolean reached = moment - this.end < 0;
		long nanos = (reached ? moment : this.end) - now();
		return !this.stopped.await(Math.max(nanos, 0), TimeUnit.NANOSECONDS) && reached;
	}

	/** Whether a moment came before it was over, or would have. */
	boolean isBeforeEnd(long moment) {
		return moment - this.end < 0;
	}

	boolean isOver() {
		return this.stopped.getCount() == 0 || now() - this.end >= 0;
	}

	synchronized void stop() {
		long now = now();
		if (now - this.end < 0) {
			this.end = now;
		}
		this.stopped.countDown();
	}

}
