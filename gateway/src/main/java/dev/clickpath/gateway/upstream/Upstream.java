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

	private final Found found;

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

	Upstream(Found found, BalancingRules rules, boolean healthy, long startedAt) {
		this.found = found;
		this.name = (found.name() != null) ? found.name() : found.address().getRawAuthority();
		this.zone = (found.zone() != null) ? found.zone() : rules.zones().home();
		this.limit = rules.limit();
		this.slowStart = rules.slowStart();
		this.health = new Health(rules.health(), healthy);
		this.startedAt = startedAt;
	}

	/** Scheme, host and port. */
	public URI address() {
		return this.found.address();
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
		return this.found.weight();
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

	/** Whether it has ever been found ready, so that it is not one that just starts. */
	public boolean hasBeenReady() {
		return this.health.isShown();
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
		return weight() * this.slowStart.factor(this.startedAt, now);
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

	/**
	 * Takes this name, unless discovery has given it one, and tells whether it is new.
	 */
	boolean callItself(String name) {
		boolean news = this.found.name() == null && !this.name.equals(name);
		this.name = news ? name : this.name;
		return news;
	}

	/** The same with the zone. */
	boolean placeItself(String zone) {
		boolean news = this.found.zone() == null && !this.zone.equals(zone);
		this.zone = news ? zone : this.zone;
		return news;
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
