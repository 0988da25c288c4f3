package dev.clickpath.cli.load.accounting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What became of everything that was asked for.
 * <p>
 * What counts is the time from when something <em>should</em> have been asked for, which
 * the plan says, to the last byte of the answer. Whoever counts from when it was sent
 * leaves out the wait of all those who could not even ask while the shop stood still
 * ("coordinated omission").
 */
public final class Ledger {

	private static final int MOST_EXAMPLES = 20;

	/** Whoever was kept for that long has waited, whatever it came to. */
	private static final long WAIT = TimeUnit.SECONDS.toNanos(1);

	private static final double NANOS_A_SECOND = 1e9;

	private final LongSupplier clock;

	private final long begin;

	private final long width;

	private final Map<PageKind, Latencies> latencies = new EnumMap<>(PageKind.class);

	private final Latencies waited = Latencies.exact();

	private final TreeMap<Long, Slice> slices = new TreeMap<>();

	private final Map<Failure, Long> failures = new EnumMap<>(Failure.class);

	private final List<String> examples = new ArrayList<>();

	private final Map<String, Long> instances = new TreeMap<>();

	private final Map<String, Long> orders = new TreeMap<>();

	private long pages;

	private long outside;

	private long again;

	private long leftOut;

	private long visits;

	private long about;

	private long mostAbout;

	private EdgeFigures edge = new EdgeFigures(0, 0, 0, 0, 0, 0, 0);

	/**
	 * An empty ledger.
	 * @param clock in nanoseconds, as {@link System#nanoTime()}
	 * @param width of the intervals, in nanoseconds
	 */
	public Ledger(LongSupplier clock, long width) {
		this.clock = clock;
		this.begin = clock.getAsLong();
		this.width = width;
	}

	/** Now, as the ledger counts. */
	public long now() {
		return this.clock.getAsLong();
	}

	/** Somebody comes in. */
	public synchronized void enter() {
		this.visits++;
		this.about++;
		this.mostAbout = Math.max(this.mostAbout, this.about);
	}

	public synchronized void leave() {
		this.about--;
	}

	/** Somebody came, and there was no room for them until it was over. */
	public synchronized void outside() {
		this.outside++;
	}

	/** How many are about the shop. */
	public synchronized long about() {
		return this.about;
	}

	/**
	 * Something was answered, and the answer was right.
	 * @param due when it should have been asked for
	 * @param sent when it was
	 * @param end when the last byte of the answer was there
	 */
	public synchronized void answered(PageKind kind, long due, long sent, long end) {
		if (kind.isPage()) {
			// All else is asked for by a page, not by a plan: it is due when it is sent.
			this.waited.record(sent - due);
			this.pages++;
		}
		record(kind, due, end);
		slice(end).requests++;
	}

	/**
	 * Something that consists of several answers was there.
	 */
	public synchronized void complete(PageKind kind, long due, long end) {
		record(kind, due, end);
	}

	private void record(PageKind kind, long due, long end) {
		this.latencies.computeIfAbsent(kind, (any) -> Latencies.exact()).record(end - due);
		slice(end).latencies.computeIfAbsent(kind, (any) -> Latencies.coarse()).record(end - due);
	}

	/**
	 * Something was asked for, and went wrong. How long that took counts where somebody
	 * waited; a quick failure makes nothing quicker.
	 * @param example what happened, in words
	 */
	public synchronized void failed(PageKind kind, Failure failure, String example, long due) {
		long now = now();
		if (failure == Failure.TOO_LATE || now - due >= WAIT) {
			record(kind, due, now);
		}
		slice(now).requests++;
		amiss(failure, kind.label() + ": " + example, now);
	}

	/**
	 * Something was there, and was not as it should be.
	 */
	public synchronized void amiss(Failure failure, String example) {
		amiss(failure, example, now());
	}

	private void amiss(Failure failure, String example, long now) {
		this.failures.merge(failure, 1L, Long::sum);
		slice(now).failures++;
		if (this.examples.size() < MOST_EXAMPLES) {
			this.examples
				.add("%s after %.1f s: %s".formatted(failure.label(), (now - this.begin) / NANOS_A_SECOND, example));
		}
	}

	/** A storefront made a page. */
	public synchronized void madeBy(String instance) {
		this.instances.merge(instance, 1L, Long::sum);
	}

	/** An order came to this. */
	public synchronized void ordered(String state) {
		this.orders.merge(state, 1L, Long::sum);
	}

	/**
	 * A connection that was kept had been closed, and something was asked on another one.
	 */
	public synchronized void again() {
		this.again++;
	}

	/** A page had left out, for want of time, what would have led on. */
	public synchronized void leftOut() {
		this.leftOut++;
	}

	/** The edge answered; adds these figures. */
	public synchronized void edge(EdgeFigures more) {
		EdgeFigures before = this.edge;
		this.edge = new EdgeFigures(before.hits() + more.hits(), before.misses() + more.misses(),
				before.silent() + more.silent(), before.hitBytes() + more.hitBytes(),
				before.missBytes() + more.missBytes(), before.unchanged() + more.unchanged(),
				before.kept() + more.kept());
	}

	private Slice slice(long now) {
		return this.slices.computeIfAbsent((now - this.begin) / this.width, (any) -> new Slice());
	}

	/** What it comes to by now. */
	public synchronized Outcome outcome() {
		SequencedMap<PageKind, Summary> summaries = new LinkedHashMap<>();
		this.latencies.forEach((kind, all) -> summaries.put(kind, all.summary()));
		List<Interval> intervals = new ArrayList<>();
		double seconds = TimeUnit.NANOSECONDS.toMicros(this.width) / 1e6;
		for (long number = 0; !this.slices.isEmpty() && number <= this.slices.lastKey(); number++) {
			intervals.add(this.slices.getOrDefault(number, new Slice()).interval(number * seconds));
		}
		return new Outcome((now() - this.begin) / NANOS_A_SECOND, seconds, this.visits, this.outside, this.mostAbout,
				this.pages, this.again, this.leftOut, summaries, this.waited.summary(),
				Collections.unmodifiableSequencedMap(new LinkedHashMap<>(this.failures)), this.examples,
				Collections.unmodifiableSequencedMap(new LinkedHashMap<>(this.instances)),
				Collections.unmodifiableSequencedMap(new LinkedHashMap<>(this.orders)), this.edge, intervals);
	}

	/** What came to an end within an interval. */
	private static final class Slice {

		private final Map<PageKind, Latencies> latencies = new EnumMap<>(PageKind.class);

		private long requests;

		private long failures;

		Interval interval(double second) {
			Map<PageKind, Summary> summaries = new EnumMap<>(PageKind.class);
			this.latencies.forEach((kind, all) -> summaries.put(kind, all.summary()));
			return new Interval(second, this.requests, this.failures, summaries);
		}

	}

}
