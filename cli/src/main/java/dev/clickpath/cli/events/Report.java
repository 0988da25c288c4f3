package dev.clickpath.cli.events;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells how far it is and what went wrong.
 */
final class Report {

	/** More of the same says nothing new. */
	private static final int MOST_TOLD = 20;

	private static final long EVERY = Duration.ofSeconds(2).toNanos();

	private final PrintStream out;

	private final long start = System.nanoTime();

	private long told = this.start;

	private long taken;

	private long damped;

	private long forgotten;

	private long bad;

	Report(PrintStream out) {
		this.out = out;
	}

	void taken(int taken, int damped, int forgotten) {
		this.taken += taken;
		this.damped += damped;
		this.forgotten += forgotten;
		if (System.nanoTime() - this.told > EVERY) {
			this.told = System.nanoTime();
			this.out.println(soFar());
		}
	}

	void bad(long line, String reason) {
		this.bad++;
		if (this.bad <= MOST_TOLD) {
			this.out.printf("Line %d: %s.%n", line, reason);
		}
		else if (this.bad == MOST_TOLD + 1) {
			this.out.println("Further bad lines are only counted.");
		}
	}

	/**
	 * How many events were taken up to now.
	 */
	String soFar() {
		return "%,d events taken".formatted(this.taken);
	}

	/**
	 * What became of the file, in one or a few sentences.
	 */
	String summary() {
		double seconds = (System.nanoTime() - this.start) / 1e9;
		StringBuilder summary = new StringBuilder(
				"%s in %.1f s, %,.0f a second.".formatted(soFar(), seconds, this.taken / seconds));
		if (this.bad > 0) {
			summary.append(" %,d lines are no events and were skipped.".formatted(this.bad));
		}
		if (this.damped > 0) {
			summary
				.append(" %,d were left out, being too many of one visitor within a day; bring in more with "
					.formatted(this.damped))
				.append("clickpath.recommendation.events.most-of-one.");
		}
		if (this.forgotten > 0) {
			summary.append(
					" %,d were left out, being older than events are kept there, or from before their visitor wished to be "
						.formatted(this.forgotten))
				.append("forgotten.");
		}
		return summary.toString();
	}

}
