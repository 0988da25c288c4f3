package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.edge.caching.Answer;
import dev.clickpath.edge.caching.CacheDecision;
import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.Fields;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Takes each request to where it is answered. The decision is {@link CachePolicy}'s; here
 * it is only carried out.
 */
final class EdgeHandler implements Handler<HttpServerRequest> {

	/** What has not come by then is sent on as it comes, plain. */
	private static final long PATIENCE_MILLIS = 25;

	/** What turned out not to be for the store is not waited for, for a while. */
	private static final Duration PASSING_MEMORY = Duration.ofMinutes(2);

	private static final int MOST_PASSING = 100_000;

	private final Vertx vertx;

	private final CachePolicy policy;

	private final KeyRules keys;

	private final ObjectStore store;

	private final Fetcher fetcher;

	private final PassThrough passThrough;

	private final Responder responder;

	private final EdgeMetrics metrics;

	private final InstantSource clock;

	private final @Nullable AccessLog accessLog;

	private final @Nullable DiskRecall disk;

	private final Flights<FlightKey, Fetched> flights = new Flights<>();

	private final Cache<CacheKey, Boolean> passing = Caffeine.newBuilder()
		.maximumSize(MOST_PASSING)
		.expireAfterWrite(PASSING_MEMORY)
		.build();

	EdgeHandler(Vertx vertx, CachePolicy policy, KeyRules keys, ObjectStore store, Fetcher fetcher,
			PassThrough passThrough, Responder responder, EdgeMetrics metrics, InstantSource clock,
			@Nullable AccessLog accessLog, @Nullable DiskRecall disk) {
		this.vertx = vertx;
		this.policy = policy;
		this.keys = keys;
		this.store = store;
		this.fetcher = fetcher;
		this.passThrough = passThrough;
		this.responder = responder;
		this.metrics = metrics;
		this.clock = clock;
		this.accessLog = accessLog;
		this.disk = disk;
	}

	/**
	 * What one flight is about.
	 *
	 * @param selecting how the known variants are told apart, for this request
	 * @param range the part that is asked for, or empty
	 */
	private record FlightKey(CacheKey key, String selecting, String range) {
	}

	@Override
	public void handle(HttpServerRequest request) {
		if (this.accessLog != null) {
			this.accessLog.watch(request);
		}
		try {
			proceed(Exchange.of(request, this.keys));
		}
		catch (RefusedRequestException ex) {
			this.metrics.refused();
			ex.problem().answer(request);
		}
	}

	/**
	 * How many clients wait for the origin, or for another who asked it.
	 */
	int waiting() {
		return this.flights.waiting();
	}

	private void proceed(Exchange exchange) {
		ObjectStore.Lookup found = this.store.find(exchange.key(), exchange.fields());
		if (this.disk != null && found.isNothing() && this.disk.knows(exchange)) {
			this.disk.bring(exchange, (recalled) -> proceed(exchange, recalled, true));
		}
		else {
			proceed(exchange, found, false);
		}
	}

	private void proceed(Exchange exchange, ObjectStore.Lookup found, boolean fromDisk) {
		StoredObject object = found.object();
		switch (decide(exchange, found)) {
			case CacheDecision.Hit hit -> hit(exchange, required(object), hit.timeToLive(), fromDisk);
			case CacheDecision.ServeStaleAndRefresh stale -> {
				refresh(exchange, required(object));
				hit(exchange, required(object), stale.timeToLive(), fromDisk);
			}
			case CacheDecision.Revalidate revalidate ->
				fetch(exchange, revalidate.reason(), new Wanted.Whole(object, List.of()));
			case CacheDecision.Complete complete ->
				fetch(exchange, ForwardReason.PARTIAL, missing(exchange, required(object)));
			case CacheDecision.Fetch fetch -> fetch(exchange, fetch.reason(), missing(exchange, found));
			case CacheDecision.PassThrough pass -> this.passThrough.forward(exchange, pass.reason());
			case CacheDecision.Refuse() ->
				exchange.fail(Problem.of(504, "Nothing that is stored answers this request"));
		}
	}

	private CacheDecision decide(Exchange exchange, ObjectStore.Lookup found) {
		StoredObject object = found.object();
		return this.policy.decide(exchange.caching(), (object != null) ? object.response() : null,
				found.variants().isEmpty() ? ForwardReason.URI_MISS : ForwardReason.VARY_MISS);
	}

	private void hit(Exchange exchange, StoredObject object, long timeToLive, boolean fromDisk) {
		CacheStatus status = fromDisk ? CacheStatus.hitOnDisk(timeToLive) : CacheStatus.hit(timeToLive);
		if (!this.responder.send(exchange, object, status, null)) {
			// It was evicted this very moment.
			proceed(exchange);
		}
		else if (fromDisk && this.disk != null) {
			this.disk.answered();
		}
	}

	/** Of a fresh part: what else the client asks for, or what the whole lacks. */
	private static Wanted missing(Exchange exchange, StoredObject part) {
		String range = exchange.fields().first("Range");
		if (exchange.caching().hasSingleRange() && range != null) {
			return new Wanted.Part(part, range, exchange.fields().first("If-Range"));
		}
		boolean beginning = part.plain().content().first() == 0;
		return beginning ? new Wanted.Rest(part) : Wanted.anything();
	}

	private static Wanted missing(Exchange exchange, ObjectStore.Lookup found) {
		String range = exchange.fields().first("Range");
		if (exchange.caching().hasSingleRange() && range != null) {
			return new Wanted.Part(null, range, exchange.fields().first("If-Range"));
		}
		return new Wanted.Whole(null, (found.object() == null) ? found.variants() : List.of());
	}

	/**
	 * Asks the origin, or waits for another who does.
	 */
	private void fetch(Exchange exchange, ForwardReason reason, Wanted wanted) {
		if (this.passing.getIfPresent(exchange.key()) != null && wanted.stored() == null) {
			this.passThrough.forward(exchange, reason).onSuccess((answer) -> reconsider(exchange, answer));
			return;
		}
		FlightKey flightKey = flightKey(exchange, wanted);
		Flights.Flight<Fetched> flight = this.flights.join(flightKey);
		Onlooker onlooker = new Onlooker(exchange, CacheStatus.forwarded(reason));
		flight.whenLanded((fetched, failure) -> {
			Fetched outcome = (failure == null) ? fetched : new Fetched.Failed(OriginClient.problem(failure));
			StoredObject object = outcome.object();
			// Held on to now, while whoever brings it still does.
			boolean held = object == null || object.retain();
			exchange.run(() -> {
				if (held) {
					arrive(exchange, reason, outcome, flight.leads() ? onlooker : null);
				}
				else {
					proceed(exchange);
				}
				if (held && object != null) {
					object.release();
				}
			});
		});
		if (flight.leads()) {
			lead(exchange, wanted, flightKey, flight, onlooker);
		}
	}

	private void lead(Exchange exchange, Wanted wanted, FlightKey flightKey, Flights.Flight<Fetched> flight,
			Onlooker onlooker) {
		ObjectStore.Lookup found = this.store.find(exchange.key(), exchange.fields());
		StoredObject object = found.object();
		if (decide(exchange, found) instanceof CacheDecision.Hit && object != null && object.retain()) {
			// The flight before this one landed since the store was last asked.
			this.flights.land(flightKey, flight, new Fetched.Found(object));
			object.release();
			return;
		}
		this.fetcher.fetch(exchange, wanted, onlooker)
			.onSuccess((fetched) -> land(exchange, flightKey, flight, fetched));
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
		return !this.policy.isOriginError(answer.status()) && !mayBeStored(exchange, answer);
	}

	private boolean mayBeStored(Exchange exchange, OriginAnswer answer) {
		StoredResponse response = StoredResponse.of(this.policy.rules(), EdgeHandler::noField, answer.status(),
				answer.fields(), answer.asked(), answer.received());
		return this.policy.mayStore(new CachingRequest("GET", EdgeHandler::noField, false), response,
				exchange.address().toString());
	}

	private static List<String> noField(String name) {
		return List.of();
	}

	private static void nobodyWaits(Arrival arrival) {
		// A refresh goes on behind everyone's back.
	}

	private void reconsider(Exchange exchange, OriginAnswer answer) {
		if (mayBeStored(exchange, answer)) {
			this.passing.invalidate(exchange.key());
		}
	}

	private void refresh(Exchange exchange, StoredObject stale) {
		Wanted wanted = new Wanted.Whole(stale, List.of());
		FlightKey flightKey = flightKey(exchange, wanted);
		Flights.Flight<Fetched> flight = this.flights.join(flightKey);
		if (flight.leads()) {
			this.fetcher.fetch(exchange, wanted, EdgeHandler::nobodyWaits).onSuccess((fetched) -> {
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

	/**
	 * The outcome of a flight for one who waited.
	 * @param onlooker the leader's, who may have begun to answer already; null for others
	 */
	private void arrive(Exchange exchange, ForwardReason reason, Fetched fetched, @Nullable Onlooker onlooker) {
		boolean leads = onlooker != null;
		if (onlooker != null && onlooker.hasBegun(fetched)) {
			return;
		}
		CacheStatus forwarded = CacheStatus.forwarded(reason);
		CacheStatus status = leads ? forwarded : forwarded.asCollapsed();
		switch (fetched) {
			// A purge may have come since it was stored, and this client after the purge.
			case Fetched.Stored stored when !leads
					&& !(isCurrent(exchange, stored.object()) && mayAnswer(stored.object(), exchange)) ->
				proceed(exchange);
			case Fetched.Stored stored ->
				this.responder.send(exchange, stored.object(), told(status, stored), leads ? stored.answer() : null);
			case Fetched.Found found when !isCurrent(exchange, found.object())
					|| !mayAnswer(found.object(), exchange) ->
				proceed(exchange);
			case Fetched.Found found ->
				this.responder.send(exchange, found.object(), CacheStatus.hit(timeToLive(found.object())), null);
			// Who came after the purge that it has not survived asks for himself.
			case Fetched.StandIn standIn when !leads && isGone(exchange, standIn.object()) -> proceed(exchange);
			case Fetched.StandIn standIn when !mayAnswer(standIn.object(), exchange) ->
				exchange.fail(Problem.of(502, "The origin cannot be reached or did not answer properly"));
			case Fetched.StandIn standIn -> {
				CacheStatus answered = (standIn.status() != null) ? status.answered(standIn.status()) : status;
				this.responder.send(exchange, standIn.object(), answered.servedStale(timeToLive(standIn.object())),
						null);
			}
			case Fetched.Unstorable unstorable when leads -> this.passThrough.deliver(exchange, unstorable.answer(),
					unstorable.arrival(), status.answered(unstorable.answer().status()));
			// What is not for all is asked for by each.
			case Fetched.Unstorable unstorable -> this.passThrough.forward(exchange, reason);
			case Fetched.Failed failed -> {
				exchange.response().putHeader(CacheStatus.FIELD, status.withKey(exchange.key()));
				exchange.fail(failed.problem());
			}
		}
	}

	private boolean isCurrent(Exchange exchange, StoredObject object) {
		return this.store.verdict(exchange.key(), object) == PurgeLog.Verdict.VALID;
	}

	private boolean isGone(Exchange exchange, StoredObject object) {
		return this.store.verdict(exchange.key(), object) == PurgeLog.Verdict.GONE;
	}

	/** Those who waited may have asked with other fields than the one who fetched. */
	private boolean mayAnswer(StoredObject object, Exchange exchange) {
		boolean selected = object.response().selecting().match(exchange.fields());
		boolean credentials = !exchange.fields().has("Authorization") || object.response().allowsCredentials();
		return selected && credentials && !(Answer.to(exchange.caching(), object.response().status(),
				object.plain().validators(), object.plain().content()) instanceof Answer.Incomplete);
	}

	private CacheStatus told(CacheStatus status, Fetched.Stored stored) {
		CacheStatus answered = status.answered(stored.answer().status());
		return stored.current() ? answered.storedFor(timeToLive(stored.object()), stored.answer().status() != 304)
				: answered;
	}

	private long timeToLive(StoredObject object) {
		return timeToLive(object.response());
	}

	private long timeToLive(StoredResponse response) {
		return response.freshness().timeToLive(this.clock.instant());
	}

	private static StoredObject required(@Nullable StoredObject object) {
		return Objects.requireNonNull(object, "What is stored answers only where something is stored");
	}

	/**
	 * The client who asked first: it need not wait until all of a long body is there.
	 */
	private final class Onlooker implements Consumer<Arrival> {

		private final Exchange exchange;

		private final CacheStatus status;

		private @Nullable StreamedAnswer answer;

		Onlooker(Exchange exchange, CacheStatus status) {
			this.exchange = exchange;
			this.status = status;
		}

		@Override
		public void accept(Arrival arrival) {
			if (!arrival.whole().isComplete() && takesWhole()) {
				EdgeHandler.this.vertx.setTimer(PATIENCE_MILLIS, (now) -> {
					if (!arrival.whole().isComplete() && !this.exchange.response().closed()) {
						begin(arrival);
					}
				});
			}
		}

		/** Conditions and ranges are judged by what the body turns out to be. */
		private boolean takesWhole() {
			Fields fields = this.exchange.fields();
			return !fields.has("Range") && !fields.has("If-None-Match") && !fields.has("If-Modified-Since");
		}

		private void begin(Arrival arrival) {
			OriginAnswer origin = arrival.answer();
			EdgeHandler.this.passThrough.setHead(this.exchange, origin,
					this.status.answered(origin.status()).storedFor(timeToLive(arrival.response()), true));
			if (origin.announcedLength() >= 0) {
				this.exchange.response().putHeader("Content-Length", Long.toString(origin.announcedLength()));
			}
			this.answer = new StreamedAnswer(this.exchange, arrival);
			this.answer.begin();
		}

		/**
		 * Whether the answer is under way.
		 */
		boolean hasBegun(Fetched fetched) {
			StoredObject object = fetched.object();
			if (this.answer != null && object != null && object.retain()) {
				this.answer.done().onComplete((done) -> object.release());
			}
			return this.answer != null;
		}

	}

}
