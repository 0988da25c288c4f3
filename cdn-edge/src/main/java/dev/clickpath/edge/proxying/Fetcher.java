package dev.clickpath.edge.proxying;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.HttpDate;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * Asks the origin for what might be stored, and stores it where it may.
 */
final class Fetcher {

	private final Origin origin;

	private final CachePolicy policy;

	private final ObjectStore store;

	Fetcher(Origin origin, CachePolicy policy, ObjectStore store) {
		this.origin = origin;
		this.policy = policy;
		this.store = store;
	}

	/**
	 * Fetches what a request asks for.
	 * @param stale what is stored but may not be served as it is, or null
	 * @return never fails
	 */
	Future<Fetched> fetch(Exchange exchange, @Nullable StoredObject stale) {
		// Taken now: the client's request may be gone when the answer comes.
		FieldList asked = ForwardedFields.toList(exchange.request().headers());
		Request request = new Request(exchange.key(), new CachingRequest("GET", asked, false), stale);
		FieldList fields = ForwardedFields.toStore(exchange).and(conditions(stale));
		OriginRequest forwarded = new OriginRequest(HttpMethod.GET, exchange.key().host(), exchange.key().target(),
				fields, null);
		// Whatever goes wrong, even at once, becomes an outcome: others may be waiting
		// for it.
		return Future.succeededFuture()
			.compose((nothing) -> this.origin.send(forwarded))
			.compose((answer) -> take(request, answer))
			.otherwise((failure) -> standIn(request, null, new Fetched.Failed(Origin.problem(failure))));
	}

	private record Request(CacheKey key, CachingRequest caching, @Nullable StoredObject stale) {
	}

	/** RFC 9111, section 4.3.1. */
	private static List<FieldList.Field> conditions(@Nullable StoredObject stale) {
		List<FieldList.Field> conditions = new ArrayList<>();
		if (stale != null) {
			StoredResponse.Validators validators = stale.response().validators();
			if (validators.entityTag() != null) {
				conditions.add(new FieldList.Field("If-None-Match", validators.entityTag().toString()));
			}
			if (validators.lastModified() != null) {
				conditions.add(new FieldList.Field("If-Modified-Since", HttpDate.format(validators.lastModified())));
			}
		}
		return conditions;
	}

	private Future<Fetched> take(Request request, OriginAnswer answer) {
		StoredObject stale = request.stale();
		if (stale != null && answer.status() == 304) {
			answer.body().resume();
			StoredResponse freshened = stale.response()
				.freshenedBy(request.caching().fields(), answer.fields(), answer.asked(), answer.received());
			return Future.succeededFuture(stored(request, stale.with(freshened), answer));
		}
		Fetched.Unstorable unstorable = new Fetched.Unstorable(answer, Buffer.buffer());
		if (this.policy.isOriginError(answer.status())) {
			Fetched outcome = standIn(request, answer.status(), unstorable);
			if (outcome instanceof Fetched.StandIn) {
				answer.cancel();
			}
			return Future.succeededFuture(outcome);
		}
		StoredResponse response = StoredResponse.of(request.caching().fields(), answer.status(), answer.fields(),
				answer.asked(), answer.received());
		if (!this.policy.mayStore(request.caching(), response) || !answer.isDelimited()
				|| answer.announcedLength() > this.store.largestObject()) {
			this.store.remove(request.key());
			return Future.succeededFuture(unstorable);
		}
		return collect(request, response, answer);
	}

	private Future<Fetched> collect(Request request, StoredResponse response, OriginAnswer answer) {
		BodyCollector collector = new BodyCollector(answer.body(), this.store.largestObject());
		return collector.collect().map((whole) -> {
			if (whole) {
				return stored(request, StoredObject.of(response, Body.of(collector.collected().getBytes())), answer);
			}
			answer.watch();
			return new Fetched.Unstorable(answer, collector.collected());
		});
	}

	private Fetched stored(Request request, StoredObject object, OriginAnswer answer) {
		this.store.put(request.key(), object);
		return new Fetched.Stored(object, answer.status(), answer.took());
	}

	private Fetched standIn(Request request, @Nullable Integer status, Fetched otherwise) {
		StoredObject stale = request.stale();
		boolean allowed = stale != null && this.policy.mayServeOnError(stale.response());
		return (stale != null && allowed) ? new Fetched.StandIn(stale, status) : otherwise;
	}

}
