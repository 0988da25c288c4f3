package dev.clickpath.edge.proxying;

import java.time.Duration;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.Fields;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client, from its head to its answer. It stays on the event loop it
 * came in on.
 */
final class Exchange {

	private static final CharSequence SERVER_TIMING = HttpHeaders.createOptimized(ServerTiming.HEADER);

	private final HttpServerRequest request;

	private final Context context;

	private final CacheKey key;

	private final CachingRequest caching;

	private final long start = System.nanoTime();

	private Exchange(HttpServerRequest request, Context context, CacheKey key) {
		this.request = request;
		this.context = context;
		this.key = key;
		MultiMap headers = request.headers();
		this.caching = new CachingRequest(request.method().name(), headers::getAll, hasBody(headers));
	}

	/**
	 * Opens the exchange, on the event loop of the request.
	 */
	static Exchange of(HttpServerRequest request) throws RefusedRequestException {
		Context context = Vertx.currentContext();
		if (context == null) {
			throw new IllegalStateException("A request belongs to an event loop");
		}
		return new Exchange(request, context, RequestTarget.of(request));
	}

	private static boolean hasBody(MultiMap headers) {
		String length = headers.get(HttpHeaders.CONTENT_LENGTH);
		return headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
	}

	HttpServerRequest request() {
		return this.request;
	}

	HttpServerResponse response() {
		return this.request.response();
	}

	CacheKey key() {
		return this.key;
	}

	CachingRequest caching() {
		return this.caching;
	}

	Fields fields() {
		return this.caching.fields();
	}

	boolean isHead() {
		return this.request.method().equals(HttpMethod.HEAD);
	}

	/**
	 * Goes on with this exchange on its own event loop.
	 */
	void run(Runnable work) {
		this.context.runOnContext((nothing) -> work.run());
	}

	void fail(Problem problem) {
		problem.answer(this.request);
	}

	/**
	 * Tells the time since the request came in, and how much of it the origin took.
	 */
	void tellTiming(String description, @Nullable Duration origin) {
		ServerTiming timing = new ServerTiming();
		timing.add(new ServerTiming.Entry("edge", Duration.ofNanos(System.nanoTime() - this.start), description));
		if (origin != null) {
			timing.add("edge.origin", origin);
		}
		response().headers().add(SERVER_TIMING, timing.headerValue());
	}

}
