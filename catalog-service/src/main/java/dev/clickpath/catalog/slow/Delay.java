package dev.clickpath.catalog.slow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * By how much every answer is delayed at this moment: as a rule, not at all. It ends by
 * itself.
 */
final class Delay {

	private final InstantSource clock;

	private volatile Span span = new Span(Duration.ZERO, Instant.EPOCH);

	private record Span(Duration delay, Instant end) {
	}

	Delay(InstantSource clock) {
		this.clock = clock;
	}

	void set(Duration delay, Duration lasting) {
		this.span = new Span(delay, this.clock.instant().plus(lasting));
	}

	Duration now() {
		Span current = this.span;
		return (current.delay().isPositive() && this.clock.instant().isBefore(current.end())) ? current.delay()
				: Duration.ZERO;
	}

}
