package dev.clickpath.cli.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long to wait before a process that died is started again: twice as long each time,
 * up to a limit, and from the beginning again once it has lived for a while.
 */
public final class Backoff {

	private static final Duration FIRST = Duration.ofMillis(250);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private static final Duration STEADY = Duration.ofMinutes(1);

	private final InstantSource clock;

	private Instant started;

	private Duration next = FIRST;

	public Backoff(InstantSource clock) {
		this.clock = clock;
		this.started = clock.instant();
	}

	/**
	 * To be called when the process starts.
	 */
	public void started() {
		this.started = this.clock.instant();
	}

	/**
	 * To be called when it has died: how long to wait.
	 */
	public Duration died() {
		boolean steady = Duration.between(this.started, this.clock.instant()).compareTo(STEADY) >= 0;
		Duration wait = steady ? FIRST : this.next;
		Duration doubled = wait.multipliedBy(2);
		this.next = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		return wait;
	}

}
