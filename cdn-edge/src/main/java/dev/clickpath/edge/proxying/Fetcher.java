package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.function.Consumer;

import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.EntityTag;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.caching.StoredResponse;
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

	private final OriginClient origin;

	private final CachePolicy policy;

	private final PurgeLog purges;

	private final ObjectStore store;

	private final Intake intake;

	Fetcher(Vertx vertx, OriginClient origin, CachePolicy policy, KeyRules keys, PurgeLog purges, ObjectStore store,
			EdgeProperties properties) {
		this.origin = origin;
		this.policy = policy;
		this.purges = purges;
		this.store = store;
		this.intake = new Intake(vertx, policy, keys, store, properties);
	}

	/**
	 * Fetches what a request asks for.
	 * @param arrivals who is told of a body that is on its way into the store
	 * @return never fails
	 */
	Future<Fetched> fetch(Exchange exchange, Wanted wanted, Consumer<Arrival> arrivals) {
		FieldList fields = ForwardedFields.toList(exchange.request().headers());
		Inquiry inquiry = new Inquiry(exchange, new CachingRequest("GET", fields, false), wanted, this.purges.now(),
				arrivals);
		StoredObject base = wanted.stored();
		if (base != null && !base.retain()) {
			return fetch(exchange, Wanted.anything(), arrivals);
		}
		Future<Fetched> outcome = ask(inquiry);
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
		Inquiry inquiry = new Inquiry(exchange, caching, Wanted.anything(), asked, (arrival) -> {
		});
		StoredResponse response = this.intake.response(inquiry, answer);
		boolean plain = !answer.fields().has("Content-Encoding");
		return (plain && this.intake.takes(inquiry, answer, response)) ? collect(inquiry, response, answer) : null;
	}

	private Future<Fetched> ask(Inquiry inquiry) {
		Exchange exchange = inquiry.exchange();
		// Whatever goes wrong, even at once, becomes an outcome: others may be waiting
		// for it.
		return Future.succeededFuture()
			.map((nothing) -> new OriginRequest(HttpMethod.GET, exchange.address(),
					ForwardedFields.toStore(exchange, inquiry.wanted().fields()), null, exchange.interim()))
			.compose(this.origin::send)
			.compose((answer) -> take(inquiry, answer))
			.otherwise((failure) -> {
				Fetched standIn = standIn(inquiry, null);
				return (standIn != null) ? standIn : failed(inquiry, failure);
			});
	}

	/**
	 * Where a stale answer is forbidden, having none is a matter of time (section
	 * 5.2.2.2).
	 */
	private static Fetched failed(Inquiry inquiry, Throwable failure) {
		StoredObject stored = inquiry.wanted().stored();
		if (stored != null && stored.response().forbidsStale()) {
			return new Fetched.Failed(Problem.of(504, "The origin cannot say whether what is stored is still right"));
		}
		return new Fetched.Failed(OriginClient.problem(failure));
	}

	private Future<Fetched> take(Inquiry inquiry, OriginAnswer answer) {
		if (answer.status() == NOT_MODIFIED) {
			answer.drain();
			return notModified(inquiry, answer);
		}
		if (this.policy.isOriginError(answer.status())) {
			Fetched outcome = standIn(inquiry, answer.status());
			if (outcome != null) {
				answer.cancel();
				return Future.succeededFuture(outcome);
			}
		}
		boolean misfit = (answer.status() == PARTIAL && inquiry.wanted() instanceof Wanted.Whole)
				|| (answer.status() == RANGE_NOT_SATISFIABLE && inquiry.wanted() instanceof Wanted.Rest);
		if (misfit) {
			return inquiry.wanted().fields().isEmpty() ? unstorable(inquiry, answer) : askAnew(inquiry, answer);
		}
		StoredResponse response = this.intake.response(inquiry, answer);
		if (this.intake.takes(inquiry, answer, response)) {
			return collect(inquiry, response, answer);
		}
		// Nobody has asked for the rest alone.
		boolean restOnly = answer.status() == PARTIAL && inquiry.wanted() instanceof Wanted.Rest;
		return restOnly ? askAnew(inquiry, answer) : unstorable(inquiry, answer);
	}

	private Future<Fetched> unstorable(Inquiry inquiry, OriginAnswer answer) {
		if (!this.policy.isOriginError(answer.status())) {
			forget(inquiry);
		}
		return Future.succeededFuture(new Fetched.Unstorable(answer, null));
	}

	/**
	 * What someone with credentials gets says nothing of what is stored for all.
	 */
	private void forget(Inquiry inquiry) {
		if (!inquiry.caching().fields().has("Authorization")) {
			this.store.forget(inquiry.exchange().key(), inquiry.caching().fields());
		}
	}

	private Future<Fetched> collect(Inquiry inquiry, StoredResponse response, OriginAnswer answer) {
		return this.intake.collect(inquiry, response, answer, () -> askAnew(inquiry));
	}

	/** What was stored is of no help: the whole is asked for as if nothing were. */
	private Future<Fetched> askAnew(Inquiry inquiry) {
		return ask(inquiry.wanting(Wanted.anything()));
	}

	private Future<Fetched> askAnew(Inquiry inquiry, OriginAnswer answer) {
		answer.cancel();
		return askAnew(inquiry);
	}

	/** RFC 9111, section 4.3.3 and 4.3.4. */
	private Future<Fetched> notModified(Inquiry inquiry, OriginAnswer answer) {
		if (!(inquiry.wanted() instanceof Wanted.Whole whole)) {
			return askAnew(inquiry);
		}
		StoredObject selected = (whole.stale() != null) ? whole.stale() : variant(whole, answer);
		if (selected == null || !selected.retain()) {
			// To a question without a condition it is no answer, and never will be.
			return inquiry.wanted().fields().isEmpty() ? Future.failedFuture("Not modified since nothing")
					: askAnew(inquiry);
		}
		try {
			StoredResponse freshened = selected.response()
				.freshenedBy(this.policy.rules(), inquiry.caching().fields(), answer.fields(), answer.asked(),
						answer.received());
			StoredObject object = selected.with(freshened, inquiry.asked());
			object.retain();
			if (this.policy.mayStore(inquiry.caching(), freshened, inquiry.address().toString())) {
				return Future.succeededFuture(this.intake.store(inquiry, object, answer));
			}
			forget(inquiry);
			return Future.succeededFuture(new Fetched.Own(object, answer));
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

	private @Nullable Fetched standIn(Inquiry inquiry, @Nullable Integer status) {
		StoredObject stored = inquiry.wanted().stored();
		if (stored != null && this.policy.mayServeOnError(inquiry.caching(), stored.response()) && stored.retain()) {
			return new Fetched.StandIn(stored, status);
		}
		return null;
	}

}
