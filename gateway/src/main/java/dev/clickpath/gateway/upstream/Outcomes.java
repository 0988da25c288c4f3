package dev.clickpath.gateway.upstream;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of the requests that an instance got, counted.
 */
public final class Outcomes {

	private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

	private final AtomicInteger failuresInARow = new AtomicInteger();

	Outcomes() {
		for (Outcome outcome : Outcome.values()) {
			this.counts.put(outcome, new LongAdder());
		}
	}

	/** Since the gateway knows the instance. */
	public long count(Outcome outcome) {
		return counter(outcome).sum();
	}

	long failures() {
		long failures = 0;
		for (Outcome outcome : Outcome.values()) {
			failures += outcome.isFailure() ? count(outcome) : 0;
		}
		return failures;
	}

	int failuresInARow() {
		return this.failuresInARow.get();
	}

	void add(Outcome outcome) {
		counter(outcome).increment();
		if (outcome.isFailure()) {
			this.failuresInARow.incrementAndGet();
		}
		else if (this.failuresInARow.get() != 0) {
			this.failuresInARow.set(0);
		}
	}

	void forgive() {
		this.failuresInARow.set(0);
	}

	private LongAdder counter(Outcome outcome) {
		return Objects.requireNonNull(this.counts.get(outcome));
	}

}
