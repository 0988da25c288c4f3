package dev.clickpath.cli.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Counts everything that happens.
 */
final class Tally {

	/** Where much is wrong, the first few tell why. */
	private static final int MOST_TOLD = 20;

	private static final double BYTES_A_GIBIBYTE = 1L << 30;

	private static final double MILLIS_A_SECOND = 1e3;

	private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();

	private final Map<String, LongAdder> errors = new ConcurrentSkipListMap<>();

	private final Map<String, LongAdder> faults = new ConcurrentSkipListMap<>();

	private final Map<String, LongAdder> purges = new ConcurrentSkipListMap<>();

	private final LongAdder hits = new LongAdder();

	private final LongAdder wrong = new LongAdder();

	private final LongAdder bytes = new LongAdder();

	private final AtomicReference<Latency> longest = new AtomicReference<>(Latency.NONE);

	private final AtomicReference<Latency> longestLarge = new AtomicReference<>(Latency.NONE);

	private final Consumer<String> alarm;

	/**
	 * Counts.
	 * @param alarm is told at once of what is wrong
	 */
	Tally(Consumer<String> alarm) {
		this.alarm = alarm;
	}

	private record Latency(Duration time, @Nullable Ask request, String outcome) {

		private static final Latency NONE = new Latency(Duration.ZERO, null, "");

		Latency orLonger(Latency other) {
			return (other.time().compareTo(this.time) > 0) ? other : this;
		}

		String told() {
			return String.format(Locale.UK, "%.3f s (%s: %s)", this.time.toMillis() / MILLIS_A_SECOND, this.request,
					this.outcome);
		}

	}

	void answered(Ask ask, int status, Verdict verdict, Duration time) {
		count(this.requests, ask.kind().toString());
		if (verdict.hit()) {
			this.hits.increment();
		}
		if (status >= 500) {
			count(this.errors, Integer.toString(status));
		}
		this.bytes.add(verdict.bytes());
		took(ask, Integer.toString(status), time);
	}

	/** The client could see that its answer was not whole. */
	void brokenOff(Ask ask, Duration time) {
		count(this.requests, ask.kind().toString());
		count(this.errors, "broken off");
		took(ask, "broken off", time);
	}

	private void took(Ask ask, String outcome, Duration time) {
		Latency latency = new Latency(time, ask, outcome);
		(ask.resource().isLarge() ? this.longestLarge : this.longest).accumulateAndGet(latency, Latency::orLonger);
	}

	void wrong(String description) {
		this.wrong.increment();
		if (this.wrong.sum() <= MOST_TOLD) {
			this.alarm.accept("Wrong: " + description);
		}
	}

	void purged(String kind) {
		count(this.purges, kind);
	}

	void failed(Fault fault) {
		count(this.faults, fault.toString());
	}

	long wrong() {
		return this.wrong.sum();
	}

	long requests() {
		return sum(this.requests);
	}

	/**
	 * The counts as a person reads them.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add(line("requests", this.requests));
		lines.add(String.format(Locale.UK, "hits            %,d (%.0f %%)", this.hits.sum(),
				this.hits.sum() * 100.0 / Math.max(1, requests())));
		lines.add(String.format(Locale.UK, "bodies          %.2f GiB, every byte compared",
				this.bytes.sum() / BYTES_A_GIBIBYTE));
		lines.add(line("purges", this.purges));
		lines.add(line("origin faults", this.faults));
		lines.add(line("client errors", this.errors));
		lines.add(String.format(Locale.UK, "wrong answers   %,d", wrong()));
		lines.add("longest         " + this.longest.get().told());
		lines.add("longest, large  " + this.longestLarge.get().told());
		return lines;
	}

	private static String line(String title, Map<String, LongAdder> counts) {
		String parts = counts.entrySet()
			.stream()
			.map((count) -> String.format(Locale.UK, "%s %,d", count.getKey(), count.getValue().sum()))
			.collect(Collectors.joining(", "));
		return String.format(Locale.UK, "%-15s %,d%s", title, sum(counts), parts.isEmpty() ? "" : ": " + parts);
	}

	private static void count(Map<String, LongAdder> counts, String name) {
		counts.computeIfAbsent(name, (first) -> new LongAdder()).increment();
	}

	private static long sum(Map<String, LongAdder> counts) {
		return counts.values().stream().mapToLong(LongAdder::sum).sum();
	}

}
