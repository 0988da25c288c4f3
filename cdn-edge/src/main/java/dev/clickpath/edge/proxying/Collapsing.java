package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.edge.caching.CacheDecision;
import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * Makes one request to the origin of many that want the same at the same time. What turns
 * out not to be for all is asked for by each, and for a while nobody waits for it.
 */
final class Collapsing {

	/** What turned out not to be for the store is not waited for, for a while. */
	private static final Duration PASSING_MEMORY = Duration.ofMinutes(2);

	private static final int MOST_PASSING = 100_000;

	/** So long those who wait do so for a body that is on its way, as a rule. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Vertx vertx;

	private final CachePolicy policy;

	private final ObjectStore store;

	private final Fetcher fetcher;

	private final PassThrough passThrough;

	private final Delivery delivery;

	private final InstantSource clock;

	private final long patience;

	private final Flights<FlightKey, Fetched> flights = new Flights<>();

	private final Cache<CacheKey, Boolean> passing = Caffeine.newBuilder()
		.maximumSize(MOST_PASSING)
		.expireAfterWrite(PASSING_MEMORY)
		.build();

	Collapsing(Vertx vertx, CachePolicy policy, ObjectStore store, Fetcher fetcher, PassThrough passThrough,
			Delivery delivery, InstantSource clock, Duration idleTimeout) {
		this.vertx = vertx;
		this.policy = policy;
		this.store = store;
		this.fetcher = fetcher;
		this.passThrough = passThrough;
		this.delivery = delivery;
		this.clock = clock;
		// No client's connection may be taken for idle meanwhile.
		this.patience = Math.min(PATIENCE.toMillis(), idleTimeout.toMillis() / 2);
	}

	/**
	 * What one flight is about.
	 *
	 * @param selecting how the known variants are told apart, for this request
	 * @param range the part that is asked for, or empty
	 */
	private record FlightKey(CacheKey key, String selecting, String range) {
	}

	/**
	 * How many clients wait for the origin, or for another who asked it.
	 */
	int waiting() {
		return this.flights.waiting();
	}

	/**
	 * Asks the origin, or waits for another who does, and answers.
	 * @param again where the exchange goes on when the outcome is not for it
	 */
	void fetch(Exchange exchange, ForwardReason reason, Wanted wanted, Consumer<Exchange> again) {
		if (this.passing.getIfPresent(exchange.key()) != null && wanted.stored() == null) {
			this.passThrough.forward(exchange, reason).onSuccess((answer) -> reconsider(exchange, answer));
			return;
		}
		FlightKey flightKey = flightKey(exchange, wanted);
		Flights.Flight<Fetched> flight = isShared(wanted) ? this.flights.join(flightKey) : Flights.alone();
		if (flight.leads()) {
			lead(exchange, reason, wanted, flightKey, flight, again);
		}
		else {
			flight.whenLanded((fetched, failure) -> {
				Fetched outcome = (failure == null) ? fetched : new Fetched.Failed(OriginClient.problem(failure));
				handOver(exchange, reason, outcome, null, again);
			});
		}
	}

	/** What has to be validated for each is not worth waiting for. */
	private boolean isShared(Wanted wanted) {
		StoredObject stored = wanted.stored();
		return stored == null || this.policy.isForOthers(stored.response());
	}

	private void lead(Exchange exchange, ForwardReason reason, Wanted wanted, FlightKey flightKey,
			Flights.Flight<Fetched> flight, Consumer<Exchange> again) {
		Onlooker onlooker = new Onlooker(this.vertx, this.passThrough, this.clock, exchange,
				CacheStatus.forwarded(reason));
		ObjectStore.Lookup found = this.store.find(exchange.key(), exchange.fields());
		StoredObject object = found.object();
		if (exchange.decide(this.policy, found) instanceof CacheDecision.Hit && object != null && object.retain()) {
			// The flight before this one landed since the store was last asked.
			Fetched outcome = new Fetched.Found(object);
			this.flights.land(flightKey, flight, outcome);
			handOver(exchange, reason, outcome, onlooker, again);
			object.release();
			return;
		}
		this.fetcher.fetch(exchange, wanted, (arrival) -> {
			share(exchange, arrival, flightKey, flight);
			onlooker.accept(arrival);
		}).onSuccess((fetched) -> {
			handOver(exchange, reason, fetched, onlooker, again);
			land(exchange, flightKey, flight, fetched);
		});
	}

	private void handOver(Exchange exchange, ForwardReason reason, Fetched outcome, @Nullable Onlooker onlooker,
			Consumer<Exchange> again) {
		StoredObject object = outcome.object();
		// Held on to now, while whoever brings it still does.
		boolean held = object == null || object.retain();
		exchange.run(() -> {
			if (held) {
				this.delivery.deliver(exchange, reason, outcome, onlooker, again);
			}
			else {
				again.accept(exchange);
			}
			if (held && object != null) {
				object.release();
			}
		});
	}

	/**
	 * Those who wait do so for a body that may be for them, and not for too long;
	 * otherwise each asks for himself.
	 */
	private void share(Exchange exchange, Arrival arrival, FlightKey flightKey, Flights.Flight<Fetched> flight) {
		if (arrival.whole().isComplete()) {
			return;
		}
		boolean forOthers = this.policy.isForOthers(arrival.response());
		Fetched ofOne = new Fetched.Unstorable(arrival.answer(), arrival);
		if (!forOthers) {
			this.flights.land(flightKey, flight, ofOne);
		}
		long timer = this.vertx.setTimer(this.patience, (late) -> {
			if (forOthers) {
				this.flights.land(flightKey, flight, ofOne);
			}
			else if (arrival.answer().announcedLength() < 0) {
				// It may be a stream that never ends.
				this.passing.put(exchange.key(), true);
				arrival.leaveOff();
			}
		});
		arrival.whole().onComplete((whole) -> this.vertx.cancelTimer(timer));
	}

	private void land(Exchange exchange, FlightKey flightKey, Flights.Flight<Fetched> flight, Fetched fetched) {
		if (fetched instanceof Fetched.Unstorable unstorable && isNeverStored(exchange, unstorable.answer())) {
			this.passing.put(exchange.key(), true);
		}
		this.flights.land(flightKey, flight, fetched);
		StoredObject object = fetched.object();
		if (object != null) {
			object.release();
		}
	}

	private static FlightKey flightKey(Exchange exchange, Wanted wanted) {
		StoredObject stored = wanted.stored();
		StoredObject known = (stored == null && wanted instanceof Wanted.Whole whole && !whole.variants().isEmpty())
				? whole.variants().getFirst() : stored;
		String selecting = (known != null) ? known.response().selecting().of(exchange.fields()) : "";
		String range = switch (wanted) {
			case Wanted.Part part -> part.range() + " " + part.ifRange();
			case Wanted.Rest rest -> "rest";
			case Wanted.Whole whole -> "";
		};
		return new FlightKey(exchange.key(), selecting, range);
	}

	/** Whatever the one client asked: nobody's answer would be stored. */
	private boolean isNeverStored(Exchange exchange, OriginAnswer answer) {
		return !this.policy.isOriginError(answer.status()) && !mayBeStored(exchange, response(answer));
	}

	private StoredResponse response(OriginAnswer answer) {
		return StoredResponse.of(this.policy.rules(), Collapsing::noField, answer.status(), answer.fields(),
				answer.asked(), answer.received());
	}

	private boolean mayBeStored(Exchange exchange, StoredResponse response) {
		return this.policy.mayStore(new CachingRequest("GET", Collapsing::noField, false), response,
				exchange.address().toString());
	}

	private static List<String> noField(String name) {
		return List.of();
	}

	private void reconsider(Exchange exchange, OriginAnswer answer) {
		StoredResponse response = response(answer);
		if (this.policy.isForOthers(response) && mayBeStored(exchange, response)) {
			this.passing.invalidate(exchange.key());
		}
	}

	/**
	 * Asks the origin whether what is stored still is the current one, behind everyone's
	 * back.
	 */
	void refresh(Exchange exchange, StoredObject stale) {
		Wanted wanted = new Wanted.Whole(stale, List.of());
		FlightKey flightKey = flightKey(exchange, wanted);
		Flights.Flight<Fetched> flight = this.flights.join(flightKey);
		if (flight.leads()) {
			this.fetcher.fetch(exchange, wanted, (arrival) -> share(exchange, arrival, flightKey, flight))
				.onSuccess((fetched) -> {
					if (fetched instanceof Fetched.Unstorable unstorable) {
						unstorable.answer().cancel();
						if (unstorable.arrival() != null) {
							unstorable.arrival().dispose();
						}
					}
					land(exchange, flightKey, flight, fetched);
				});
		}
	}

}
