package dev.clickpath.catalog.step;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.clickpath.catalog.problem.BusyException;

/**
 * Lets a few through at a time and the others wait in line: when everybody wants the same
 * product, they would else hold all connections to the database while they wait for each
 * other, and nobody could so much as look at a product.
 */
final class Turnstile {

	private final Semaphore free;

	private final Duration longestWait;

	Turnstile(int atOnce, Duration longestWait) {
		this.free = new Semaphore(atOnce, true);
		this.longestWait = longestWait;
	}

	/**
	 * Does the work when it is its turn.
	 * @throws BusyException if that takes too long
	 */
	<T> T pass(Supplier<T> work) {
		await();
		try {
			return work.get();
		}
		finally {
			this.free.release();
		}
	}

	private void await() {
		try {
			if (!this.free.tryAcquire(this.longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new BusyException();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BusyException();
		}
	}

}
