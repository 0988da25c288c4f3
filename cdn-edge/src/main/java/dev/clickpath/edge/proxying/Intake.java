package dev.clickpath.edge.proxying;

import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Takes the origin's answers into the store, with parts put together where they are of
 * the same whole.
 */
final class Intake {

	private final Vertx vertx;

	private final CachePolicy policy;

	private final KeyRules keys;

	private final ObjectStore store;

	private final long totalTimeout;

	Intake(Vertx vertx, CachePolicy policy, KeyRules keys, ObjectStore store, EdgeProperties properties) {
		this.vertx = vertx;
		this.policy = policy;
		this.keys = keys;
		this.store = store;
		this.totalTimeout = properties.totalTimeout().toMillis();
	}

	/**
	 * An answer's head, as it would be stored.
	 */
	StoredResponse response(Inquiry inquiry, OriginAnswer answer) {
		return StoredResponse.of(this.policy.rules(), inquiry.caching().fields(), answer.status(), answer.fields(),
				answer.asked(), answer.received());
	}

	boolean takes(Inquiry inquiry, OriginAnswer answer, StoredResponse response) {
		ContentRange range = response.range();
		boolean consistent = range == null || answer.announcedLength() < 0
				|| range.provedBy(answer.announcedLength(), this.policy.rules().bold()) != null;
		return this.policy.mayStore(inquiry.caching(), response, inquiry.address().toString()) && answer.isDelimited()
				&& consistent && answer.announcedLength() <= this.store.largestObject();
	}

	/**
	 * Reads a body, and stores what it turns out to be.
	 * @param anew asks for the whole, where a part completes nothing
	 */
	Future<Fetched> collect(Inquiry inquiry, StoredResponse response, OriginAnswer answer,
			Supplier<Future<Fetched>> anew) {
		Arrival arrival = new Arrival(answer, response, this.store.writer(), this.store.largestObject());
		long timer = this.vertx.setTimer(this.totalTimeout,
				(late) -> arrival.giveUp(new TimeoutException("The body takes too long")));
		Future<Boolean> whole = arrival.begin();
		inquiry.arrivals().accept(arrival);
		return whole.transform((outcome) -> {
			this.vertx.cancelTimer(timer);
			if (outcome.failed()) {
				arrival.dispose();
				return Future.failedFuture(outcome.cause());
			}
			if (outcome.result()) {
				return arrived(inquiry, response, arrival, anew);
			}
			if (response.isPartial() && inquiry.wanted() instanceof Wanted.Rest) {
				arrival.dispose();
				answer.cancel();
				return anew.get();
			}
			return Future.succeededFuture(new Fetched.Unstorable(answer, arrival));
		});
	}

	private Future<Fetched> arrived(Inquiry inquiry, StoredResponse response, Arrival arrival,
			Supplier<Future<Fetched>> anew) {
		Body body = arrival.writer().finish();
		ContentRange range = response.range();
		if (range == null) {
			return Future
				.succeededFuture(store(inquiry, StoredObject.of(response, body, inquiry.asked()), arrival.answer()));
		}
		ContentRange proved = range.provedBy(body.length(), this.policy.rules().bold());
		if (proved == null) {
			body.release();
			return (inquiry.wanted() instanceof Wanted.Rest) ? anew.get()
					: Future.failedFuture("The origin's part has another length than it says");
		}
		StoredResponse part = response.with(proved);
		return arrivedPart(inquiry, proved.equals(range) ? part : part.miscounted(), proved, body, arrival.answer(),
				anew);
	}

	private Future<Fetched> arrivedPart(Inquiry inquiry, StoredResponse part, ContentRange range, Body body,
			OriginAnswer answer, Supplier<Future<Fetched>> anew) {
		StoredObject base = inquiry.wanted().stored();
		if (base != null && base.response().combinesWith(part)) {
			Body combined = this.store.combine(base, range, body);
			if (combined != null) {
				body.release();
				StoredResponse union = base.response()
					.updatedBy(this.policy.rules(), inquiry.caching().fields(), answer.fields(), answer.asked(),
							answer.received())
					.with(base.plain().content().union(range));
				return Future
					.succeededFuture(store(inquiry, StoredObject.of(union, combined, inquiry.asked()), answer));
			}
		}
		if (inquiry.wanted() instanceof Wanted.Rest) {
			body.release();
			return anew.get();
		}
		return Future.succeededFuture(store(inquiry, StoredObject.of(part, body, inquiry.asked()), answer));
	}

	/**
	 * Stores an object, which the caller of the fetch lets go of.
	 */
	Fetched store(Inquiry inquiry, StoredObject object, OriginAnswer answer) {
		CacheKey key = this.keys.learn(inquiry.address(), object.response().fields());
		boolean current = this.store.put(key, object);
		return new Fetched.Stored(object, answer, current);
	}

}
