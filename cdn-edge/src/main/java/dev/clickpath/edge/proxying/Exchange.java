package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import dev.clickpath.defaults.timing.ServerTimingHeader;
import dev.clickpath.edge.caching.CacheDecision;
import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.Fields;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import dev.clickpath.edge.tracing.RequestTrace;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpResponseHead;
import io.vertx.core.http.impl.HttpServerRequestImpl;
import io.vertx.core.http.impl.HttpServerStream;
import io.vertx.core.http.impl.headers.HttpResponseHeaders;
import io.vertx.core.http.impl.http1.Http1ServerConnection;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client, from its head to its answer. It stays on the event loop it
 * came in on.
 */
final class Exchange {

	private static final CharSequence SERVER_TIMING = HttpHeaders.createOptimized("Server-Timing");

	/** No client's wish for it is passed on (RFC 9110, section 15.2.2). */
	private static final int SWITCHING_PROTOCOLS = 101;

	/** So much the hops behind the edge may tell of a page. */
	private static final int MOST_TOLD = 4_096;

	private final HttpServerRequest request;

	private final Context context;

	private final CacheKey address;

	private final CacheKey key;

	private final CachingRequest caching;

	private final @Nullable EdgeTiming timing;

	private final @Nullable RequestTrace trace;

	private Exchange(HttpServerRequest request, Context context, CacheKey address, CacheKey key,
			@Nullable EdgeTiming timing, @Nullable RequestTrace trace) {
		this.request = request;
		this.context = context;
		this.address = address;
		this.key = key;
		this.timing = timing;
		this.trace = trace;
		MultiMap headers = request.headers();
		this.caching = new CachingRequest(request.method().name(), fields(headers), hasBody(headers));
	}

	/**
	 * Opens the exchange, on the event loop of the request.
	 * @param timing what tells how long it took, or null when nobody is told
	 * @param trace its place in a trace, or null when nobody wants to know
	 */
	static Exchange of(HttpServerRequest request, KeyRules rules, @Nullable EdgeTiming timing,
			@Nullable RequestTrace trace) throws RefusedRequestException {
		Context context = Vertx.currentContext();
		if (context == null) {
			throw new IllegalStateException("A request belongs to an event loop");
		}
		CacheKey address = rules.normalised(RequestTarget.of(request));
		return new Exchange(request, context, address, rules.keyOf(address), timing, trace);
	}

	/** Most fields that are asked for are not there, and finding that out is cheap. */
	private static Fields fields(MultiMap headers) {
		return (name) -> headers.contains(name) ? headers.getAll(name) : List.of();
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

	/**
	 * What the origin is to be asked for.
	 */
	CacheKey address() {
		return this.address;
	}

	/**
	 * What the answer is stored under.
	 */
	CacheKey key() {
		return this.key;
	}

	CachingRequest caching() {
		return this.caching;
	}

	Fields fields() {
		return this.caching.fields();
	}

	/**
	 * What is to be done about it, after what was found in the store.
	 */
	CacheDecision decide(CachePolicy policy, ObjectStore.Lookup found) {
		StoredObject object = found.object();
		return policy.decide(this.caching, (object != null) ? object.response() : null,
				found.isNothing() ? ForwardReason.URI_MISS : ForwardReason.VARY_MISS);
	}

	boolean isHead() {
		return this.request.method().equals(HttpMethod.HEAD);
	}

	/**
	 * Goes on with this exchange on its own event loop.
	 */
	void run(Runnable work) {
		if (this.context.equals(Vertx.currentContext())) {
			work.run();
		}
		else {
			this.context.runOnContext((nothing) -> work.run());
		}
	}

	/**
	 * Begins an answer whose length nobody knows yet. Clients of HTTP/1.0 can tell its
	 * end by that of the connection only.
	 */
	void announceNoLength() {
		HttpServerResponse response = response();
		if (this.request.version() == HttpVersion.HTTP_1_0) {
			response.headersEndHandler((nothing) -> response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
			response.bodyEndHandler((nothing) -> this.request.connection().close());
		}
		else {
			response.setChunked(true);
		}
	}

	void fail(Problem problem) {
		problem.answer(this.request);
	}

	/**
	 * Ends an answer that cannot be ended properly: it must not look whole.
	 */
	void breakOff() {
		BrokenAnswers.breakOff(this.request);
	}

	/**
	 * Passes interim answers on to the client, where its version has them.
	 */
	Consumer<Interim> interim() {
		return this::tell;
	}

	/** At once if it can be: the final answer may be in the same packet. */
	private void tell(Interim interim) {
		if (((ContextInternal) this.context).inThread()) {
			pass(interim);
		}
		else {
			run(() -> pass(interim));
		}
	}

	private void pass(Interim interim) {
		HttpServerResponse response = response();
		if (response.headWritten() || response.closed() || this.request.version() == HttpVersion.HTTP_1_0
				|| interim.status() == SWITCHING_PROTOCOLS) {
			return;
		}
		if (this.request.version() == HttpVersion.HTTP_1_1) {
			FullHttpResponse message = new DefaultFullHttpResponse(io.netty.handler.codec.http.HttpVersion.HTTP_1_1,
					HttpResponseStatus.valueOf(interim.status()));
			lines(interim).forEach((line) -> message.headers().add(line.name(), line.value()));
			ChannelFuture _ = ((Http1ServerConnection) this.request.connection()).channel().writeAndFlush(message);
		}
		else {
			HttpServerStream stream = ((HttpServerRequestImpl) this.request).stream();
			HttpResponseHeaders headers = new HttpResponseHeaders(stream.connection().newHeaders());
			lines(interim).forEach((line) -> headers.add(line.name().toLowerCase(Locale.ROOT), line.value()));
			HttpResponseStatus status = HttpResponseStatus.valueOf(interim.status());
			// Whether a client that has gone gets it does not matter.
			Future<Void> _ = stream.writeHead(new HttpResponseHead(status.code(), status.reasonPhrase(), headers), null,
					false);
		}
	}

	private static List<FieldList.Field> lines(Interim interim) {
		return dev.clickpath.edge.caching.EndToEnd.of(interim.fields()).lines();
	}

	/**
	 * Tells what became of the request so far, and how long it took.
	 * @param found what was found: {@code hit}, {@code miss} …
	 * @param age of what was found, in seconds, or {@link EdgeTiming#NEW}
	 * @param origin its answer, or null when it was not asked for this request
	 */
	void tellTiming(String found, long age, @Nullable OriginAnswer origin) {
		if (this.timing != null) {
			response().headers().add(SERVER_TIMING, Responder.ascii(this.timing.value(found, age, origin)));
		}
	}

	/**
	 * Its times, or null when nothing is to be told.
	 */
	@Nullable EdgeTiming timing() {
		return this.timing;
	}

	/**
	 * Its place in a trace, or null when nobody wants to know.
	 */
	@Nullable RequestTrace trace() {
		return this.trace;
	}

	/**
	 * Passes on what the origin tells of itself, as far as it is well-formed and does not
	 * speak for the edge.
	 */
	void tellTimingOf(FieldList origin) {
		List<String> fields = (this.timing != null) ? origin.all("Server-Timing") : List.of();
		String told = fields.isEmpty() ? "" : ServerTimingHeader.wellFormed(fields, EdgeTiming.HOP, MOST_TOLD);
		if (!told.isEmpty()) {
			response().headers().add(SERVER_TIMING, told);
		}
	}

}
