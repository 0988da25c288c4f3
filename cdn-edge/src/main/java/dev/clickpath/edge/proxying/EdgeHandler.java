package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.Objects;

import dev.clickpath.edge.caching.CacheDecision;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import dev.clickpath.edge.tracing.RequestTrace;
import dev.clickpath.edge.tracing.TraceParent;
import dev.clickpath.edge.tracing.Traces;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Takes each request to where it is answered. The decision is {@link CachePolicy}'s; here
 * it is only carried out.
 */
final class EdgeHandler implements Handler<HttpServerRequest> {

	private final CachePolicy policy;

	private final KeyRules keys;

	private final ObjectStore store;

	private final Collapsing collapsing;

	private final PassThrough passThrough;

	private final Responder responder;

	private final EdgeMetrics metrics;

	private final @Nullable AccessLog accessLog;

	private final @Nullable DiskRecall disk;

	private final boolean telling;

	private final Traces traces;

	EdgeHandler(CachePolicy policy, KeyRules keys, ObjectStore store, Collapsing collapsing, PassThrough passThrough,
			Responder responder, EdgeMetrics metrics, @Nullable AccessLog accessLog, @Nullable DiskRecall disk,
			boolean telling, Traces traces) {
		this.policy = policy;
		this.keys = keys;
		this.store = store;
		this.collapsing = collapsing;
		this.passThrough = passThrough;
		this.responder = responder;
		this.metrics = metrics;
		this.accessLog = accessLog;
		this.disk = disk;
		this.telling = telling;
		this.traces = traces;
	}

	@Override
	public void handle(HttpServerRequest request) {
		RequestTrace trace = this.traces.begin(request.method().name(), request.getHeader(TraceParent.FIELD));
		EdgeTiming timing = this.telling ? new EdgeTiming() : null;
		watch(request, timing, trace);
		try {
			proceed(Exchange.of(request, this.keys, timing, trace));
		}
		catch (RefusedRequestException ex) {
			this.metrics.refused();
			ex.problem().answer(request);
		}
	}

	/**
	 * Answers what could not be read as a request.
	 */
	void refuse(HttpServerRequest request) {
		watch(request, null, null);
		this.metrics.refused();
		Throwable cause = request.decoderResult().cause();
		Problem problem = switch (cause) {
			case TooLongHttpLineException ex -> new Problem(414, "The request's address is too long", true);
			case UnsupportedOperationException ex ->
				new Problem(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here", true);
			case TooLongHttpHeaderException ex -> new Problem(431, "The request's header is too large", true);
			case null, default -> Problem.badRequest("The request is malformed");
		};
		problem.answer(request);
	}

	private void watch(HttpServerRequest request, @Nullable EdgeTiming timing, @Nullable RequestTrace trace) {
		long start = System.nanoTime();
		Runnable noted = (this.accessLog != null) ? this.accessLog.watch(request, trace) : null;
		request.response().endHandler((ended) -> {
			int status = request.response().getStatusCode();
			this.metrics.ended(String.valueOf(request.uri()), request.method().name(), status,
					System.nanoTime() - start);
			if (trace != null && trace.isRecorded()) {
				if (timing != null) {
					timing.record(trace);
				}
				trace.end(String.valueOf(request.path()), status, (timing != null) ? timing.found() : null);
			}
			if (noted != null) {
				noted.run();
			}
		});
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
		if (exchange.timing() != null) {
			exchange.timing().lookedUp();
		}
		StoredObject object = found.object();
		switch (exchange.decide(this.policy, found)) {
			case CacheDecision.Hit hit -> hit(exchange, required(object), hit.timeToLive(), fromDisk);
			case CacheDecision.ServeStaleAndRefresh stale -> {
				this.collapsing.refresh(exchange, required(object));
				hit(exchange, required(object), stale.timeToLive(), fromDisk);
			}
			case CacheDecision.Revalidate revalidate ->
				fetch(exchange, revalidate.reason(), new Wanted.Whole(object, List.of()));
			case CacheDecision.Complete complete ->
				fetch(exchange, ForwardReason.PARTIAL, missing(exchange, required(object)));
			case CacheDecision.Fetch fetch -> fetch(exchange, fetch.reason(), missing(exchange, fetch.reason(), found));
			case CacheDecision.PassThrough pass -> this.passThrough.forward(exchange, pass.reason());
			case CacheDecision.Refuse() ->
				exchange.fail(Problem.of(504, "Nothing that is stored answers this request"));
		}
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

	private void fetch(Exchange exchange, ForwardReason reason, Wanted wanted) {
		this.collapsing.fetch(exchange, reason, wanted, this::proceed);
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

	/** What is stale, and has the part, may stand in for a broken origin. */
	private static Wanted missing(Exchange exchange, ForwardReason reason, ObjectStore.Lookup found) {
		String range = exchange.fields().first("Range");
		if (exchange.caching().hasSingleRange() && range != null) {
			return new Wanted.Part((reason == ForwardReason.STALE) ? found.object() : null, range,
					exchange.fields().first("If-Range"));
		}
		return new Wanted.Whole(null, (found.object() == null) ? found.variants() : List.of());
	}

	private static StoredObject required(@Nullable StoredObject object) {
		return Objects.requireNonNull(object, "What is stored answers only where something is stored");
	}

}
