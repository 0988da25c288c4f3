package dev.clickpath.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One instance that answers requests, with what is known of it at this moment.
 */
public final class Upstream {

	private static final Duration LATENCY_DECAY = Duration.ofSeconds(10);

	private final URI address;

	private final double weight;

	private final int limit;

	private final Health health;

	private final SlowStart slowStart;

	private final AtomicInteger inFlight = new AtomicInteger();

	private final PeakEwma latency = new PeakEwma(LATENCY_DECAY);

	private final Outcomes outcomes = new Outcomes();

	private final Ejection ejection = new Ejection();

	/** When its turn is, for those who take turns. */
	private final AtomicLong turn = new AtomicLong();

	private volatile String name;

	private volatile String zone;

	private volatile boolean leaving;

	private volatile boolean heldBack;

	private volatile long startedAt;

	Upstream(Found found, String name, String zone, BalancingRules rules, boolean healthy, long startedAt) {
		this.address = found.address();
		this.weight = found.weight();
		this.name = name;
		this.zone = zone;
		this.limit = rules.limit();
		this.slowStart = rules.slowStart();
		this.health = new Health(rules.health(), healthy);
		this.startedAt = startedAt;
	}

	/** Scheme, host and port. */
	public URI address() {
		return this.address;
	}

	/** What people call it: {@code storefront-1}. */
	public String name() {
		return this.name;
	}

	/** Where it stands: {@code eu}. */
	public String zone() {
		return this.zone;
	}

	/** Its share beside that of the others, once it has started. */
	public double weight() {
		return this.weight;
	}

	/** How many requests it may have at a time. */
	public int limit() {
		return this.limit;
	}

	/** Whether it may get a new request. */
	public boolean isAvailable() {
		return isHealthy() && !isDraining() && !isFull();
	}

	/** As far as checks and requests have shown. */
	public boolean isHealthy() {
		return this.health.isGood() && !this.ejection.isInForce();
	}

	/** Whether it is to finish what it has, and to get nothing more. */
	public boolean isDraining() {
		return this.leaving || this.heldBack;
	}

	public boolean isFull() {
		return inFlight() >= this.limit;
	}

	/** Whether it has said itself that it is about to stop. */
	public boolean isLeaving() {
		return this.leaving;
	}

	/** Whether an operator wants it to get nothing. */
	public boolean isHeldBack() {
		return this.heldBack;
	}

	/** Whether it has been put aside for what it did to requests. */
	public boolean isEjected() {
		return this.ejection.isInForce();
	}

	/** How many requests are on their way to it or being answered by it. */
	public int inFlight() {
		return this.inFlight.get();
	}

	/** What became of the requests it got. */
	public Outcomes outcomes() {
		return this.outcomes;
	}

	/** How often it has been ejected. */
	public long ejections() {
		return this.ejection.total();
	}

	/**
	 * Its peak EWMA of the time to an answer's head, in nanoseconds; 0 when unknown.
	 */
	public double latency(long now) {
		return this.latency.at(now);
	}

	double effectiveWeight(long now) {
		return this.weight * this.slowStart.factor(this.startedAt, now);
	}

	Health health() {
		return this.health;
	}

	Ejection ejection() {
		return this.ejection;
	}

	AtomicLong turn() {
		return this.turn;
	}

	void recordLatency(long nanos, long now) {
		this.latency.record(nanos, now);
	}

	void name(String name) {
		this.name = name;
	}

	void zone(String zone) {
		this.zone = zone;
	}

	void leaving(boolean leaving) {
		this.leaving = leaving;
	}

	void heldBack(boolean heldBack) {
		this.heldBack = heldBack;
	}

	/** From now on it gets requests (again), few at first. */
	void startsAt(long now) {
		this.startedAt = now;
	}

	/**
	 * A request is on its way to this instance, until {@link #release()}.
	 * @return false when it has as many as it may have
	 */
	boolean acquire() {
		while (true) {
			int before = this.inFlight.get();
			if (before >= this.limit) {
				return false;
			}
			if (this.inFlight.compareAndSet(before, before + 1)) {
				return true;
			}
		}
	}

	void release() {
		this.inFlight.decrementAndGet();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
