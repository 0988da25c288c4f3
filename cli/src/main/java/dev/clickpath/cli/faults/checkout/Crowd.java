package dev.clickpath.cli.faults.checkout;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.shopping.NoAnswerException;

/**
 * What all shoppers are at, for who waits for a moment.
 */
final class Crowd {

	private final Map<Moment, Integer> shoppers = new EnumMap<>(Moment.class);

	private int orders;

	/**
	 * What a shopper does at such a moment.
	 */
	interface Act<T> {

		T perform() throws NoAnswerException;

	}

	<T> T at(Moment moment, Act<T> act) throws NoAnswerException {
		change(moment, 1);
		try {
			return act.perform();
		}
		finally {
			change(moment, -1);
		}
	}

	private synchronized void change(Moment moment, int by) {
		this.shoppers.merge(moment, by, Integer::sum);
		notifyAll();
	}

	/** A shopper has an order confirmed. */
	synchronized void ordered() {
		this.orders++;
		notifyAll();
	}

	synchronized int orders() {
		return this.orders;
	}

	/**
	 * Waits until somebody is at it.
	 * @return whether somebody is
	 */
	synchronized boolean await(Moment moment, Duration limit) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		for (long left = limit.toMillis(); left > 0 && !isSomebodyAt(moment); left = millisUntil(end)) {
			wait(left);
		}
		return isSomebodyAt(moment);
	}

	private boolean isSomebodyAt(Moment moment) {
		return this.shoppers.getOrDefault(moment, 0) > 0;
	}

	/**
	 * Waits until so many orders are confirmed.
	 */
	synchronized void awaitOrders(int goal, Duration limit) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		for (long left = limit.toMillis(); left > 0 && this.orders < goal; left = millisUntil(end)) {
			wait(left);
		}
	}

	private static long millisUntil(long end) {
		return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
	}

}
