package dev.clickpath.gateway.limits;

import java.time.Duration;

/**
 * So many requests in so much time; all of them may come at once.
 *
 * @param requests how many
 * @param window in how much time
 */
record Policy(int requests, Duration window) {

	Policy {
		if (requests <= 0 || window.toSeconds() <= 0) {
			throw new IllegalArgumentException("A limit is at least one request in at least one second");
		}
	}

	long nanosPerRequest() {
		return this.window.toNanos() / this.requests;
	}

}
