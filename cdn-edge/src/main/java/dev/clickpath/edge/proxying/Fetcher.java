package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.EntityTag;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * Asks the origin for what might be stored, and stores it where it may.
 * <p>
 * Whatever comes of it is held on to: whoever gets it lets go of it.
 */
final class Fetcher {

	private static final int NOT_MODIFIED = 304;

	private static final int PARTIAL = 206;

	private static final int RANGE_NOT_SATISFIABLE = 416;

	private final Vertx vertx;

	private final OriginClient origin;

	private final CachePolicy policy;

	private final KeyRules keys;

	private final PurgeLog purges;

	private final ObjectStore store;

	private final long totalTimeout;

	Fetcher(Vertx vertx, OriginClient origin, CachePolicy policy, KeyRules keys, PurgeLog purges, ObjectStore store,
			EdgeProperties properties) {
		this.vertx = vertx;
		this.origin = origin;
		this.policy = policy;
		this.keys = keys;
		this.purges = purges;
		this.store = store;
		this.totalTimeout = properties.totalTimeout().toMillis();
	}

	/**
	 * A request to the origin on the store's behalf.
	 *
	 * @param exchange whose request it is
	 * @param caching that request, as it was: the client may be gone when the answer
	 * comes
	 * @param wanted what is asked for
	 * @param asked the time of the purge log when it is
	 * @param arrivals who is told of a body that is on its way
	 */
	private record Request(Exchange exchange, CachingRequest caching, Wanted wanted, long asked,
			Consumer<Arrival> arrivals) {

		Request wanting(Wanted other) {
			return new Request(this.exchange, this.caching, other, this.asked, this.arrivals);
		}

	}

	/**
	 * Fetches what a request asks for.
	 * @param arrivals who is told of a body that is on its way into the store
	 * @return never fails
	 */
	Future<Fetched> fetch(Exchange exchange, Wanted wanted, Consumer<Arrival> arrivals) {
		FieldList fields = ForwardedFields.toList(exchange.request().headers());
		Request request = new Request(exchange, new CachingRequest("GET", fields, false), wanted, this.purges.now(),
				arrivals);
		StoredObject base = wanted.stored();
		if (base != null && !base.retain()) {
			return fetch(exchange, Wanted.anything(), arrivals);
		}
		Future<Fetched> outcome = ask(request);
		return (base != null) ? outcome.onComplete((done) -> base.release()) : outcome;
	}

	/**
	 * Stores the answer to another request where it may be: not in a coding that was
	 * chosen for its client, for it would be given to all.
	 * @param asked the time of the purge log that counts for it
	 * @return null where it may not be stored
	 */
	@Nullable Future<Fetched> keep(Exchange exchange, OriginAnswer answer, long asked) {
		FieldList fields = ForwardedFields.toList(exchange.request().headers());
		CachingRequest caching = new CachingRequest(exchange.caching().method(), fields, false);
		Request request = new Request(exchange, caching, Wanted.anything(), asked, (arrival) -> {
		});
		StoredResponse response = response(request, answer);
		boolean plain = !answer.fields().has("Content-Encoding");
		return (plain && mayStore(request, answer, response)) ? collect(request, response, answer) : null;
	}

	private Future<Fetched> ask(Request request) {
		Exchange exchange = request.exchange();
		// Whatever goes wrong, even at once, becomes an outcome: others may be waiting
		// for it.
		return Future.succeededFuture()
			.map((nothing) -> new OriginRequest(HttpMethod.GET, exchange.address(),
					ForwardedFields.toStore(exchange, request.wanted().fields()), null, exchange.interim()))
			.compose(this.origin::send)
			.compose((answer) -> take(request, answer))
			.otherwise((failure) -> {
				Fetched standIn = standIn(request, null);
				return (standIn != null) ? standIn : failed(request, failure);
			});
	}

	/**
	 * Where a stale answer is forbidden, having none is a matter of time (section
	 * 5.2.2.2).
	 */
	private static Fetched failed(Request request, Throwable failure) {
		StoredObject stored = request.wanted().stored();
		if (stored != null && stored.response().forbidsStale()) {
			return new Fetched.Failed(Problem.of(504, "The origin cannot say whether what is stored is still right"));
		}
		return new Fetched.Failed(OriginClient.problem(failure));
	}

	private Future<Fetched> take(Request request, OriginAnswer answer) {
		if (answer.status() == NOT_MODIFIED) {
			answer.drain();
			return notModified(request, answer);
		}
		if (this.policy.isOriginError(answer.status())) {
			Fetched outcome = standIn(request, answer.status());
			if (outcome != null) {
				answer.cancel();
				return Future.succeededFuture(outcome);
			}
		}
		boolean misfit = (answer.status() == PARTIAL && request.wanted() instanceof Wanted.Whole)
				|| (answer.status() == RANGE_NOT_SATISFIABLE && request.wanted() instanceof Wanted.Rest);
		if (misfit) {
			return request.wanted().fields().isEmpty() ? unstorable(request, answer) : askAnew(request, answer);
		}
		StoredResponse response = response(request, answer);
		if (mayStore(request, answer, response)) {
			return collect(request, response, answer);
		}
		// Nobody has asked for the rest alone.
		boolean restOnly = answer.status() == PARTIAL && request.wanted() instanceof Wanted.Rest;
		return restOnly ? askAnew(request, answer) : unstorable(request, answer);
	}

	private Future<Fetched> unstorable(Request request, OriginAnswer answer) {
		// What someone with credentials gets says nothing of what is stored for all.
		boolean personal = request.caching().fields().has("Authorization");
		if (!personal && !this.policy.isOriginError(answer.status())) {
			this.store.forget(request.exchange().key(), request.caching().fields());
		}
		return Future.succeededFuture(new Fetched.Unstorable(answer, null));
	}

	/** What was stored is of no help: the whole is asked for as if nothing were. */
	private Future<Fetched> askAnew(Request request, OriginAnswer answer) {
		answer.cancel();
		return ask(request.wanting(Wanted.anything()));
	}

	private StoredResponse response(Request request, OriginAnswer answer) {
		return StoredResponse.of(this.policy.rules(), request.caching().fields(), answer.status(), answer.fields(),
				answer.asked(), answer.received());
	}

	private boolean mayStore(Request request, OriginAnswer answer, StoredResponse response) {
		ContentRange range = response.range();
		boolean consistent = range == null || answer.announcedLength() < 0
				|| range.provedBy(answer.announcedLength(), this.policy.rules().bold()) != null;
		return this.policy.mayStore(request.caching(), response, request.exchange().address().toString())
				&& answer.isDelimited() && consistent && answer.announcedLength() <= this.store.largestObject();
	}

	/** RFC 9111, section 4.3.3 and 4.3.4. */
	private Future<Fetched> notModified(Request request, OriginAnswer answer) {
		if (!(request.wanted() instanceof Wanted.Whole whole)) {
			return ask(request.wanting(Wanted.anything()));
		}
		StoredObject selected = (whole.stale() != null) ? whole.stale() : variant(whole, answer);
		if (selected == null || !selected.retain()) {
			// To a question without a condition it is no answer, and never will be.
			return request.wanted().fields().isEmpty() ? Future.failedFuture("Not modified since nothing")
					: ask(request.wanting(Wanted.anything()));
		}
		try {
			StoredResponse freshened = selected.response()
				.freshenedBy(this.policy.rules(), request.caching().fields(), answer.fields(), answer.asked(),
						answer.received());
			StoredObject object = selected.with(freshened, request.asked());
			object.retain();
			return Future.succeededFuture(stored(request, object, answer));
		}
		finally {
			selected.release();
		}
	}

	/** The one with the tag that is told, or the only one that was asked about. */
	private static @Nullable StoredObject variant(Wanted.Whole whole, OriginAnswer answer) {
		EntityTag tag = EntityTag.parse(answer.fields().first("ETag"));
		List<StoredObject> asked = whole.variants()
			.stream()
			.filter((object) -> object.response().validators().entityTag() != null)
			.filter((object) -> tag == null || tag.equals(object.response().validators().entityTag()))
			.toList();
		return (asked.isEmpty() || (tag == null && asked.size() > 1)) ? null : asked.getFirst();
	}

	private Future<Fetched> collect(Request request, StoredResponse response, OriginAnswer answer) {
		Arrival arrival = new Arrival(answer, response, this.store.writer(), this.store.largestObject());
		long timer = this.vertx.setTimer(this.totalTimeout,
				(late) -> arrival.giveUp(new TimeoutException("The body takes too long")));
		Future<Boolean> whole = arrival.begin();
		request.arrivals().accept(arrival);
		return whole.transform((outcome) -> {
			this.vertx.cancelTimer(timer);
			if (outcome.failed()) {
				arrival.dispose();
				return Future.failedFuture(outcome.cause());
			}
			if (outcome.result()) {
				return arrived(request, response, arrival);
			}
			if (response.isPartial() && request.wanted() instanceof Wanted.Rest) {
				arrival.dispose();
				return askAnew(request, answer);
			}
			return Future.succeededFuture(new Fetched.Unstorable(answer, arrival));
		});
	}

	private Future<Fetched> arrived(Request request, StoredResponse response, Arrival arrival) {
		Body body = arrival.writer().finish();
		ContentRange range = response.range();
		if (range == null) {
			return Future
				.succeededFuture(stored(request, StoredObject.of(response, body, request.asked()), arrival.answer()));
		}
		ContentRange proved = range.provedBy(body.length(), this.policy.rules().bold());
		if (proved == null) {
			body.release();
			return (request.wanted() instanceof Wanted.Rest) ? ask(request.wanting(Wanted.anything()))
					: Future.failedFuture("The origin's part has another length than it says");
		}
		StoredResponse part = response.with(proved);
		return arrivedPart(request, proved.equals(range) ? part : part.miscounted(), proved, body, arrival.answer());
	}

	private Future<Fetched> arrivedPart(Request request, StoredResponse part, ContentRange range, Body body,
			OriginAnswer answer) {
		StoredObject base = request.wanted().stored();
		if (base != null && base.response().combinesWith(part)) {
			Body combined = this.store.combine(base, range, body);
			if (combined != null) {
				body.release();
				StoredResponse union = base.response()
					.updatedBy(this.policy.rules(), request.caching().fields(), answer.fields(), answer.asked(),
							answer.received())
					.with(base.plain().content().union(range));
				return Future
					.succeededFuture(stored(request, StoredObject.of(union, combined, request.asked()), answer));
			}
		}
		if (request.wanted() instanceof Wanted.Rest) {
			body.release();
			return ask(request.wanting(Wanted.anything()));
		}
		return Future.succeededFuture(stored(request, StoredObject.of(part, body, request.asked()), answer));
	}

	private Fetched stored(Request request, StoredObject object, OriginAnswer answer) {
		CacheKey key = this.keys.learn(request.exchange().address(), object.response().fields());
		boolean current = this.store.put(key, object);
		return new Fetched.Stored(object, answer, current);
	}

	private @Nullable Fetched standIn(Request request, @Nullable Integer status) {
		StoredObject stored = request.wanted().stored();
		if (stored != null && this.policy.mayServeOnError(request.caching(), stored.response()) && stored.retain()) {
			return new Fetched.StandIn(stored, status);
		}
		return null;
	}

}
