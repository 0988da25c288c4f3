package dev.clickpath.gateway.upstream;

import java.time.Duration;

/**
 * Something that people who run the shop want to know of.
 */
public sealed interface PoolEvent {

	Upstream upstream();

	/** The checks changed their mind. */
	record HealthChanged(Upstream upstream, boolean healthy) implements PoolEvent {
	}

	/** It says that it is about to stop, or that it is not any more. */
	record LeavingChanged(Upstream upstream, boolean leaving) implements PoolEvent {
	}

	/** It is put aside. */
	record Ejected(Upstream upstream, Duration time, String reason) implements PoolEvent {
	}

	/** It is no longer put aside. */
	record Returned(Upstream upstream) implements PoolEvent {
	}

	/** Discovery found it. */
	record Joined(Upstream upstream) implements PoolEvent {
	}

	/** Discovery does not find it any more. */
	record Left(Upstream upstream) implements PoolEvent {
	}

	/** It has told its name or its zone. */
	record Introduced(Upstream upstream) implements PoolEvent {
	}

}
