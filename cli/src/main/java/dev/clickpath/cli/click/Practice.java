package dev.clickpath.cli.click;

import java.time.Duration;
import java.util.function.LongSupplier;

import dev.clickpath.cli.click.names.NotHereException;
import dev.clickpath.cli.click.network.NoAnswerException;

/**
 * Clicks before those that count: a JVM's first steps are slow, and are not the shop's.
 *
 * @param most so many at most
 * @param patience after so long no further one begins
 */
record Practice(int most, Duration patience) {

	private static final int USUALLY = 20;

	/** Where pages are slow it is not the JVM that makes them so. */
	private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

	static Practice usual() {
		return new Practice(USUALLY, LONG_ENOUGH);
	}

	static Practice of(int times) {
		return new Practice(times, Duration.ofNanos(Long.MAX_VALUE));
	}

	/** Goes to the page, once. */
	interface Visiting {

		void visit() throws NoAnswerException, NotHereException, InterruptedException;

	}

	/**
	 * Practises.
	 * @param nanos a clock like {@link System#nanoTime()}
	 * @return how often
	 */
	int run(Visiting page, LongSupplier nanos) throws NoAnswerException, NotHereException, InterruptedException {
		long start = nanos.getAsLong();
		int done = 0;
		while (done < this.most && nanos.getAsLong() - start < this.patience.toNanos()) {
			page.visit();
			done++;
		}
		return done;
	}

}
