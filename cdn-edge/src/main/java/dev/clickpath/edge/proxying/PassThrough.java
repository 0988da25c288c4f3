package dev.clickpath.edge.proxying;

import java.util.Set;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.EndToEnd;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.caching.HttpDate;
import dev.clickpath.edge.caching.Invalidation;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is not for the store between client and origin, no faster than the slower
 * of the two, and keeps the store true to what it sees go by.
 */
final class PassThrough {

	private static final int OK = 200;

	private static final Problem TOO_SLOW = new Problem(408, "The request's body took too long", true);

	private static final Problem UNREADABLE = Problem.badRequest("The request's body is malformed");

	private final Vertx vertx;

	private final OriginClient origin;

	private final CachePolicy policy;

	private final KeyRules keys;

	private final PurgeLog purges;

	private final ObjectStore store;

	private final Fetcher fetcher;

	private final Responder responder;

	private final EdgeMetrics metrics;

	private final EdgeProperties properties;

	private final long maxRequestBody;

	PassThrough(Vertx vertx, OriginClient origin, CachePolicy policy, KeyRules keys, PurgeLog purges, ObjectStore store,
			Fetcher fetcher, Responder responder, EdgeMetrics metrics, EdgeProperties properties) {
		this.vertx = vertx;
		this.origin = origin;
		this.policy = policy;
		this.keys = keys;
		this.purges = purges;
		this.store = store;
		this.fetcher = fetcher;
		this.responder = responder;
		this.metrics = metrics;
		this.properties = properties;
		this.maxRequestBody = properties.maxRequestBody().toBytes();
	}

	/**
	 * Sends the request on as it is, unless it has come as far as it may.
	 * @return the head of the answer, for those who want to know
	 */
	Future<OriginAnswer> forward(Exchange exchange, ForwardReason reason) {
		HttpServerRequest request = exchange.request();
		if (MaxForwards.isSpent(exchange)) {
			MaxForwards.answer(exchange);
			return Future.failedFuture("as far as it may go");
		}
		if (announcesTooMuch(request)) {
			exchange.fail(tooLarge());
			return Future.failedFuture("too large");
		}
		LimitedBody body = exchange.caching().hasBody() ? body(exchange) : null;
		OriginRequest forwarded = new OriginRequest(request.method(), exchange.address(),
				MaxForwards.oneLess(exchange, ForwardedFields.through(exchange)), body, exchange.interim());
		long asked = this.purges.now();
		return this.origin.send(forwarded)
			.onSuccess((answer) -> answered(exchange, reason, answer, asked))
			.onFailure((failure) -> fail(exchange, reason, failure));
	}

	private LimitedBody body(Exchange exchange) {
		if (!BrokenAnswers.isMultiplexed(exchange.request())) {
			StrictRequestDecoder.onBadBody(exchange.request().connection(), () -> giveUp(exchange, UNREADABLE));
		}
		Pace pace = new Pace(this.properties.readTimeout(), this.properties.bodyTimeout());
		PacedBody paced = new PacedBody(this.vertx, exchange.request().pause(), pace, () -> giveUp(exchange, TOO_SLOW));
		return new LimitedBody(paced, this.maxRequestBody, () -> exchange.fail(tooLarge()));
	}

	/**
	 * Where an answer has come before its question was complete, that is all there is.
	 */
	private static void giveUp(Exchange exchange, Problem problem) {
		HttpServerResponse response = exchange.response();
		if (response.ended()) {
			BrokenAnswers.takeNoMore(exchange.request());
		}
		else if (response.headWritten()) {
			exchange.breakOff();
		}
		else {
			exchange.fail(problem);
		}
	}

	private boolean announcesTooMuch(HttpServerRequest request) {
		String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
		return length != null && Long.parseLong(length) > this.maxRequestBody;
	}

	private void answered(Exchange exchange, ForwardReason reason, OriginAnswer answer, long asked) {
		CacheStatus status = CacheStatus.forwarded(reason).answered(answer.status());
		boolean untouched = this.purges.verdictOnArrival(exchange.key(), Set.of(), asked) == PurgeLog.Verdict.VALID;
		invalidate(exchange, answer);
		if (exchange.isHead() && reason != ForwardReason.BYPASS && answer.status() == OK) {
			StoredObject updated = update(exchange, answer);
			if (updated != null) {
				answer.drain();
				this.responder.send(exchange, updated, status, answer);
				updated.release();
				return;
			}
		}
		boolean post = exchange.caching().method().equals("POST") && !ForwardedFields.asksForAnotherMethod(exchange);
		Future<Fetched> kept = (untouched && post) ? this.fetcher.keep(exchange, answer, this.purges.now()) : null;
		if (kept == null) {
			deliver(exchange, answer, null, status);
			return;
		}
		kept.onSuccess((fetched) -> deliverKept(exchange, fetched, status))
			.onFailure((failure) -> fail(exchange, reason, failure));
	}

	private void deliverKept(Exchange exchange, Fetched fetched, CacheStatus status) {
		if (fetched instanceof Fetched.Unstorable unstorable) {
			deliver(exchange, unstorable.answer(), unstorable.arrival(), status);
		}
		if (fetched instanceof Fetched.Stored(StoredObject object, OriginAnswer answer, boolean current)) {
			long timeToLive = object.response().freshness().timeToLive(answer.received());
			this.responder.send(exchange, object, current ? status.storedFor(timeToLive, true) : status, null);
			object.release();
		}
	}

	/** RFC 9111, section 4.4. */
	private void invalidate(Exchange exchange, OriginAnswer answer) {
		for (CacheKey key : Invalidation.of(exchange.caching().method(), exchange.address(), answer.status(),
				answer.fields())) {
			this.keys.keysOf(key).forEach(this.store::remove);
		}
	}

	/**
	 * RFC 9111, section 4.3.5: what a {@code HEAD} tells of a stored response makes it
	 * fresh, or shows that it no longer is the current one.
	 * @return the stored response with its new head, held on to, if it is the current one
	 */
	private @Nullable StoredObject update(Exchange exchange, OriginAnswer answer) {
		FieldList asked = ForwardedFields.toList(exchange.request().headers());
		StoredObject stored = this.store.find(exchange.key(), asked).object();
		if (stored == null || stored.response().status() != OK || !stored.retain()) {
			return null;
		}
		if (!stored.response().isDescribedBy(answer.fields(), stored.plain().body().length())) {
			stored.release();
			this.store.forget(exchange.key(), asked);
			return null;
		}
		StoredResponse updated = stored.response()
			.updatedBy(this.policy.rules(), asked, answer.fields(), answer.asked(), answer.received());
		if (!this.policy.mayStore(new CachingRequest("GET", asked, false), updated, exchange.address().toString())) {
			stored.release();
			this.store.forget(exchange.key(), asked);
			return null;
		}
		StoredObject object = stored.with(updated, stored.asked());
		object.retain();
		this.store.put(exchange.key(), object);
		stored.release();
		return object;
	}

	/**
	 * Sends the origin's answer on to the client.
	 * @param arrival what has already been read of the body, or null
	 */
	void deliver(Exchange exchange, OriginAnswer answer, @Nullable Arrival arrival, CacheStatus status) {
		HttpServerResponse response = exchange.response();
		Throwable broken = answer.broken().get();
		if (response.closed() || broken != null) {
			answer.cancel();
			if (arrival != null) {
				arrival.dispose();
			}
			if (broken != null) {
				exchange.fail(OriginClient.problem(broken));
			}
			return;
		}
		setHead(exchange, answer, status);
		if (exchange.isHead() || answer.status() == 204 || answer.status() == 304) {
			answer.drain();
			endWithoutBody(exchange, answer);
			return;
		}
		if (answer.announcedLength() < 0) {
			exchange.announceNoLength();
		}
		if (arrival != null) {
			arrival.beingSent(response.write(arrival.writer().from(0)));
			arrival.dispose();
		}
		streamRest(exchange, answer, (arrival != null) ? arrival.excess() : null);
	}

	/**
	 * Sets an answer's head as the origin sent it.
	 */
	void setHead(Exchange exchange, OriginAnswer answer, CacheStatus status) {
		this.metrics.passed(status);
		HttpServerResponse response = exchange.response();
		response.setStatusCode(answer.status());
		EndToEnd.of(answer.fields().without((line) -> line.name().equalsIgnoreCase("Server-Timing")))
			.lines()
			.forEach((line) -> response.headers().add(line.name(), line.value()));
		if (!answer.fields().has("Date")) {
			// RFC 9110, section 6.6.1.
			response.headers().add("Date", HttpDate.format(answer.received()));
		}
		response.headers().add("Via", ForwardedFields.VIA).add(CacheStatus.FIELD, status.withKey(exchange.key()));
		exchange.tellTiming(status.stored() ? "miss" : "pass", EdgeTiming.NEW, answer);
		exchange.tellTimingOf(answer.fields());
	}

	private static void endWithoutBody(Exchange exchange, OriginAnswer answer) {
		if (answer.status() == 204) {
			BodilessAnswers.end(exchange.response());
		}
		else {
			exchange.response().end();
		}
	}

	/**
	 * Sends what is still to come of a body. One that breaks off must not look whole: the
	 * client's answer breaks off too.
	 * @param beginning what has been read of it, or null
	 */
	static void streamRest(Exchange exchange, OriginAnswer answer, @Nullable Buffer beginning) {
		HttpServerResponse response = exchange.response();
		if (beginning != null) {
			response.write(beginning);
		}
		HttpClientResponse body = answer.body();
		// Nothing is written to a client that has gone, and so no write fails, either.
		response.exceptionHandler((failure) -> answer.cancel());
		body.pipe().endOnSuccess(false).endOnFailure(false).to(response).onSuccess((nothing) -> {
			addTrailers(response, answer);
			response.end();
		}).onFailure((failure) -> {
			exchange.breakOff();
			answer.cancel();
		});
		if (answer.broken().get() != null) {
			exchange.breakOff();
		}
	}

	/**
	 * Adds what came after a body that has been read to its end.
	 */
	static void addTrailers(HttpServerResponse response, OriginAnswer answer) {
		answer.trailers().forEach((line) -> response.trailers().add(line.name(), line.value()));
	}

	private void fail(Exchange exchange, ForwardReason reason, Throwable failure) {
		this.metrics.failed();
		HttpServerResponse response = exchange.response();
		if (!response.headWritten() && !response.closed()) {
			response.putHeader(CacheStatus.FIELD, CacheStatus.forwarded(reason).withKey(exchange.key()));
			Problem problem = OriginClient.problem(failure);
			// What is left of a body that nobody wants cannot be told from a next
			// request.
			exchange.fail(new Problem(problem.status(), problem.title(), exchange.caching().hasBody()));
		}
	}

	private Problem tooLarge() {
		return new Problem(413, "A body may have " + this.maxRequestBody + " bytes at most", true);
	}

}
