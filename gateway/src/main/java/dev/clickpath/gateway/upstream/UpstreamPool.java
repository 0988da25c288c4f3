package dev.clickpath.gateway.upstream;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * The upstreams of one service, and which of them takes the next request: one that is
 * available, in a zone near to the shopper, by the policy of the rules.
 *
 * <p>
 * Times are in nanoseconds of a clock that never goes back.
 */
public final class UpstreamPool {

	private final BalancingRules rules;

	private final Chooser chooser;

	private final OutlierDetection outliers;

	private final WaitingLine line;

	private final LongSupplier clock;

	private final Supplier<? extends RandomGenerator> random;

	/** Replaced as a whole, never changed. */
	private volatile Upstream[] upstreams = {};

	/**
	 * A pool without upstreams yet.
	 * @param clock tells the nanoseconds
	 * @param random where chance comes from; asked anew for each choice, since generators
	 * belong to threads
	 */
	public UpstreamPool(BalancingRules rules, LongSupplier clock, Supplier<? extends RandomGenerator> random) {
		this.rules = rules;
		this.chooser = new Chooser(rules);
		this.outliers = new OutlierDetection(rules.ejection());
		this.line = new WaitingLine(rules.queue());
		this.clock = clock;
		this.random = random;
	}

	public List<Upstream> upstreams() {
		return List.of(this.upstreams);
	}

	public Optional<Upstream> named(String name) {
		return upstreams().stream().filter((upstream) -> upstream.name().equals(name)).findFirst();
	}

	/** How many wait for an upstream that is not full. */
	public int waiting() {
		return this.line.length();
	}

	/** How many found that too many wait already. */
	public long turnedAway() {
		return this.line.turnedAway();
	}

	/** This moment, as the pool's clock tells it. */
	public long now() {
		return this.clock.getAsLong();
	}

	/**
	 * Takes in what discovery has found. What is known of those that stay is kept. The
	 * first ones are believed to be healthy and warm; later ones have to show it.
	 */
	public synchronized List<PoolEvent> replace(Collection<Found> found) {
		Upstream[] before = this.upstreams;
		Map<URI, Upstream> known = new HashMap<>();
		for (Upstream upstream : before) {
			known.put(upstream.address(), upstream);
		}
		List<PoolEvent> events = new ArrayList<>();
		List<Upstream> after = new ArrayList<>();
		for (Found one : found) {
			Upstream upstream = known.remove(one.address());
			if (upstream == null) {
				upstream = join(one, before.length == 0);
				events.add(new PoolEvent.Joined(upstream));
			}
			after.add(upstream);
		}
		known.values().forEach((gone) -> events.add(new PoolEvent.Left(gone)));
		this.upstreams = after.toArray(Upstream[]::new);
		return events;
	}

	private Upstream join(Found found, boolean first) {
		long startedAt = first ? now() - this.rules.slowStart().window().toNanos() : now();
		return new Upstream(found, this.rules, first, startedAt);
	}

	/**
	 * Takes in what an upstream tells of itself. What discovery knows counts for more,
	 * and a name that another one has is not believed.
	 * @return what follows from it
	 */
	public synchronized Optional<PoolEvent> introduce(Upstream upstream, @Nullable String name, @Nullable String zone) {
		boolean news = name != null && named(name).isEmpty() && upstream.callItself(name);
		news |= zone != null && upstream.placeItself(zone);
		return news ? Optional.of(new PoolEvent.Introduced(upstream)) : Optional.empty();
	}

	/**
	 * Chooses an upstream for one try of a request and counts the request there, until
	 * {@link #release}.
	 * @param tried those that failed this request before; they are asked again only when
	 * no other is available
	 */
	public Decision choose(Shopper shopper, Collection<Upstream> tried) {
		long now = now();
		RandomGenerator random = this.random.get();
		while (true) {
			Decision decision = this.chooser.decide(this.upstreams, shopper, tried, random, now);
			if (!(decision instanceof Choice choice) || choice.upstream().acquire()) {
				return decision;
			}
		}
	}

	/**
	 * Chooses an upstream that was not tried, for who has no use for the same one again.
	 */
	public Optional<Choice> chooseAnother(Shopper shopper, Collection<Upstream> tried) {
		Decision decision = choose(shopper, tried);
		if (decision instanceof Choice choice) {
			if (!tried.contains(choice.upstream())) {
				return Optional.of(choice);
			}
			release(choice.upstream());
		}
		return Optional.empty();
	}

	/**
	 * Whether there is somebody who was not tried.
	 */
	public boolean hasAnother(Shopper shopper, Collection<Upstream> tried) {
		Optional<Choice> another = chooseAnother(shopper, tried);
		another.map(Choice::upstream).ifPresent(this::release);
		return another.isPresent();
	}

	/**
	 * Takes a place in the line, to choose again when called.
	 * @param again whether it was called in vain
	 * @return empty when too many wait
	 */
	public Optional<WaitingLine.Place> waitInLine(boolean again) {
		Optional<WaitingLine.Place> place = this.line.join(again);
		// Whoever made room before this one stood in line could not call it.
		for (Upstream upstream : this.upstreams) {
			if (upstream.isAvailable()) {
				this.line.call();
				break;
			}
		}
		return place;
	}

	/**
	 * The try is over; who waits in line is called.
	 */
	public void release(Upstream upstream) {
		upstream.release();
		if (this.line.length() > 0) {
			this.line.call();
		}
	}

	/**
	 * The head of an answer has come.
	 * @param latency how long it took, in nanoseconds
	 */
	public void headCame(Upstream upstream, long latency) {
		upstream.recordLatency(latency, now());
	}

	/**
	 * A try has succeeded: all of an answer has come, or as much as was wanted.
	 */
	public void answered(Upstream upstream) {
		upstream.outcomes().add(Outcome.ANSWERED);
	}

	/**
	 * A try has failed.
	 * @return what follows from it
	 */
	public Optional<PoolEvent> failed(Upstream upstream, Outcome outcome) {
		upstream.outcomes().add(outcome);
		if (outcome == Outcome.REFUSED) {
			return changed(upstream, upstream.health().refused());
		}
		if (outcome == Outcome.TIMED_OUT) {
			upstream.health().suspect();
		}
		return this.outliers.afterFailure(upstream, upstreams(), now());
	}

	/**
	 * A health check has come back.
	 * @return what follows from it
	 */
	public Optional<PoolEvent> checked(Upstream upstream, boolean passed) {
		boolean news = upstream.health().checked(passed);
		if (news && passed) {
			upstream.startsAt(now());
		}
		return changed(upstream, news);
	}

	/**
	 * Nobody listens where the health check asked.
	 * @return what follows from it
	 */
	public Optional<PoolEvent> unreachable(Upstream upstream) {
		return changed(upstream, upstream.health().refused());
	}

	/**
	 * An upstream has said whether it is about to stop.
	 * @return what follows from it
	 */
	public Optional<PoolEvent> leaving(Upstream upstream, boolean leaving) {
		if (upstream.isLeaving() == leaving) {
			return Optional.empty();
		}
		upstream.leaving(leaving);
		if (!leaving) {
			upstream.startsAt(now());
		}
		return Optional.of(new PoolEvent.LeavingChanged(upstream, leaving));
	}

	/** An operator wants this upstream to get no new request. */
	public void drain(Upstream upstream) {
		upstream.heldBack(true);
	}

	/** An operator wants this upstream to be used again. */
	public void restore(Upstream upstream) {
		upstream.heldBack(false);
		upstream.startsAt(now());
	}

	/**
	 * To be called several times a second: ends ejections, compares success rates, and
	 * calls who waits in line for room that nobody has handed back.
	 * @return what follows from it
	 */
	public List<PoolEvent> review() {
		Upstream[] all = this.upstreams;
		List<PoolEvent> events = this.outliers.review(List.of(all), now());
		int room = 0;
		for (Upstream upstream : all) {
			room += upstream.isAvailable() ? upstream.limit() - upstream.inFlight() : 0;
		}
		for (int i = Math.min(room, this.line.length()); i > 0; i--) {
			this.line.call();
		}
		return events;
	}

	private static Optional<PoolEvent> changed(Upstream upstream, boolean news) {
		return news ? Optional.of(new PoolEvent.HealthChanged(upstream, upstream.health().isGood())) : Optional.empty();
	}

}
