package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import dev.clickpath.edge.caching.CacheDecision;
import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Takes each request to where it is answered. The decision is {@link CachePolicy}'s; here
 * it is only carried out.
 */
final class EdgeHandler implements Handler<HttpServerRequest> {

	private final CachePolicy policy;

	private final ObjectStore store;

	private final Fetcher fetcher;

	private final PassThrough passThrough;

	private final Responder responder;

	private final EdgeMetrics metrics;

	private final InstantSource clock;

	private final Flights<CacheKey, Fetched> flights = new Flights<>();

	EdgeHandler(CachePolicy policy, ObjectStore store, Fetcher fetcher, PassThrough passThrough, Responder responder,
			EdgeMetrics metrics, InstantSource clock) {
		this.policy = policy;
		this.store = store;
		this.fetcher = fetcher;
		this.passThrough = passThrough;
		this.responder = responder;
		this.metrics = metrics;
		this.clock = clock;
	}

	@Override
	public void handle(HttpServerRequest request) {
		try {
			proceed(Exchange.of(request));
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
		StoredObject object = found.object();
		switch (decide(exchange, found)) {
			case CacheDecision.Hit hit ->
				this.responder.send(exchange, required(object), CacheStatus.hit(hit.timeToLive()), null);
			case CacheDecision.ServeStaleAndRefresh stale -> {
				refresh(exchange, required(object));
				this.responder.send(exchange, required(object), CacheStatus.hit(stale.timeToLive()), null);
			}
			case CacheDecision.Revalidate revalidate -> fetch(exchange, revalidate.reason(), object);
			case CacheDecision.Fetch fetch -> fetch(exchange, fetch.reason(), object);
			case CacheDecision.PassThrough pass -> this.passThrough.forward(exchange, pass.reason());
			case CacheDecision.Refuse() ->
				exchange.fail(Problem.of(504, "Nothing that is stored answers this request"));
		}
	}

	private CacheDecision decide(Exchange exchange, ObjectStore.Lookup found) {
		StoredObject object = found.object();
		return this.policy.decide(exchange.caching(), (object != null) ? object.response() : null,
				found.known() ? ForwardReason.VARY_MISS : ForwardReason.URI_MISS);
	}

	/**
	 * Asks the origin, or waits for another who does.
	 */
	private void fetch(Exchange exchange, ForwardReason reason, @Nullable StoredObject stale) {
		Flights.Flight<Fetched> flight = this.flights.join(exchange.key());
		if (flight.leads()) {
			ObjectStore.Lookup found = this.store.find(exchange.key(), exchange.fields());
			if (decide(exchange, found) instanceof CacheDecision.Hit) {
				// The flight before this one landed since the store was last asked.
				this.flights.land(exchange.key(), flight, new Fetched.Found(required(found.object())));
			}
			else {
				this.fetcher.fetch(exchange, stale)
					.onSuccess((fetched) -> this.flights.land(exchange.key(), flight, fetched));
			}
		}
		flight.whenLanded((fetched, failure) -> {
			Fetched outcome = (failure == null) ? fetched : new Fetched.Failed(Origin.problem(failure));
			exchange.run(() -> arrive(exchange, reason, outcome, flight.leads()));
		});
	}

	private void refresh(Exchange exchange, StoredObject stale) {
		Flights.Flight<Fetched> flight = this.flights.join(exchange.key());
		if (flight.leads()) {
			this.fetcher.fetch(exchange, stale).onSuccess((fetched) -> {
				if (fetched instanceof Fetched.Unstorable unstorable) {
					unstorable.answer().cancel();
				}
				this.flights.land(exchange.key(), flight, fetched);
			});
		}
	}

	private void arrive(Exchange exchange, ForwardReason reason, Fetched fetched, boolean leads) {
		CacheStatus forwarded = CacheStatus.forwarded(reason);
		CacheStatus status = leads ? forwarded : forwarded.asCollapsed();
		switch (fetched) {
			case Fetched.Stored stored when !mayAnswer(stored.object(), exchange) -> proceed(exchange);
			case Fetched.Stored stored ->
				this.responder.send(exchange, stored.object(), told(status, stored), leads ? stored.took() : null);
			case Fetched.Found found when !mayAnswer(found.object(), exchange) -> proceed(exchange);
			case Fetched.Found found ->
				this.responder.send(exchange, found.object(), CacheStatus.hit(timeToLive(found.object())), null);
			case Fetched.StandIn standIn -> {
				CacheStatus answered = (standIn.status() != null) ? status.answered(standIn.status()) : status;
				this.responder.send(exchange, standIn.object(), answered.servedStale(timeToLive(standIn.object())),
						null);
			}
			case Fetched.Unstorable unstorable when leads -> this.passThrough.deliver(exchange, unstorable.answer(),
					unstorable.beginning(), status.answered(unstorable.answer().status()));
			// What is not for all is asked for by each.
			case Fetched.Unstorable unstorable -> this.passThrough.forward(exchange, reason);
			case Fetched.Failed failed -> {
				exchange.response().putHeader(CacheStatus.FIELD, status.toString());
				exchange.fail(failed.problem());
			}
		}
	}

	/** Those who waited may have asked with other fields than the one who fetched. */
	private static boolean mayAnswer(StoredObject object, Exchange exchange) {
		return object.response().selecting().match(exchange.fields());
	}

	private CacheStatus told(CacheStatus status, Fetched.Stored stored) {
		return status.answered(stored.status()).storedFor(timeToLive(stored.object()), stored.status() != 304);
	}

	private Duration timeToLive(StoredObject object) {
		return object.response().freshness().timeToLive(this.clock.instant());
	}

	private static StoredObject required(@Nullable StoredObject object) {
		return Objects.requireNonNull(object, "What is stored answers only where something is stored");
	}

}
