package dev.clickpath.edge.proxying;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.streams.ReadStream;

/**
 * Asks origins, over connections that are kept.
 */
final class OriginClient {

	private static final int MOST_WAITING = 10_000;

	private static final int IDLE_SECONDS = 20;

	private final HttpClient client;

	private final Origins origins;

	private final InstantSource clock;

	private final EdgeProperties properties;

	private final EdgeMetrics metrics;

	OriginClient(Vertx vertx, EdgeProperties properties, InstantSource clock, EdgeMetrics metrics) {
		this.clock = clock;
		this.metrics = metrics;
		this.properties = properties;
		HttpClientOptions options = new HttpClientOptions()
			.setConnectTimeout((int) properties.connectTimeout().toMillis())
			.setKeepAliveTimeout(IDLE_SECONDS)
			.setIdleTimeout(silence(properties))
			.setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
			.setMaxHeaderSize(32 * 1024)
			.setDecompressionSupported(false);
		PoolOptions pool = new PoolOptions().setHttp1MaxSize(properties.originConnections())
			.setMaxWaitQueueSize(MOST_WAITING);
		this.client = vertx.httpClientBuilder()
			.with(options)
			.with(pool)
			.withConnectHandler(OriginCodec::install)
			.build();
		this.origins = new Origins(properties);
		this.origins.watch(vertx, this.client, properties);
	}

	/**
	 * How long a connection may be silent in the middle of an answer: the timeout of a
	 * request ends with the head. A little longer, so that an answer that does not even
	 * begin is told as such.
	 */
	private static int silence(EdgeProperties properties) {
		return (int) properties.readTimeout().multipliedBy(5).dividedBy(4).toMillis();
	}

	/**
	 * Sends a request to the first origin that takes it. The answer's body is paused.
	 */
	Future<OriginAnswer> send(OriginRequest request) {
		List<OriginAddress> candidates = this.origins.of(request.address()).candidates();
		return send(request, candidates, 0);
	}

	private Future<OriginAnswer> send(OriginRequest request, List<OriginAddress> candidates, int tried) {
		OriginAddress address = candidates.get(tried);
		Future<OriginAnswer> answer = sendTo(address, request);
		if (!request.isRepeatable()) {
			return answer;
		}
		// A kept connection may have been closed at the very moment it was taken.
		return answer
			.recover((failure) -> isWorthAnotherTry(failure) ? sendTo(address, request) : Future.failedFuture(failure))
			.recover((failure) -> (tried + 1 < candidates.size()) ? send(request, candidates, tried + 1)
					: Future.failedFuture(failure));
	}

	private static boolean isWorthAnotherTry(Throwable failure) {
		return !(failure instanceof TimeoutException) && !(failure instanceof ConnectException);
	}

	/**
	 * What to tell a client of a failure to get an answer.
	 */
	static Problem problem(Throwable failure) {
		boolean late = failure instanceof TimeoutException || failure instanceof ConnectTimeoutException;
		return late ? Problem.of(504, "The origin did not answer in time")
				: Problem.of(502, "The origin cannot be reached or did not answer properly");
	}

	private Future<OriginAnswer> sendTo(OriginAddress address, OriginRequest request) {
		RequestOptions options = new RequestOptions().setMethod(request.method())
			.setServer(address.socket())
			.setURI(request.address().target())
			.setFollowRedirects(false);
		if (request.body() == null) {
			options.setIdleTimeout(patience());
		}
		return this.client.request(options)
			.compose((sent) -> sendOn(sent, request))
			.onFailure(this.metrics::unanswered);
	}

	/** The clock starts when there is a connection to ask on. */
	private Future<OriginAnswer> sendOn(HttpClientRequest sent, OriginRequest request) {
		Instant asked = this.clock.instant();
		long start = System.nanoTime();
		return write(sent, request).map((response) -> {
			response.pause();
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			this.metrics.fetched(response.statusCode(), took);
			OriginAnswer answer = new OriginAnswer(response.statusCode(), ForwardedFields.toList(response.headers()),
					response, asked, this.clock.instant(), start, took, new AtomicReference<>());
			answer.watch();
			return answer;
		});
	}

	private long patience() {
		return this.properties.readTimeout().toMillis();
	}

	private Future<HttpClientResponse> write(HttpClientRequest sent, OriginRequest request) {
		OriginCodec.listen(sent.connection(), request.interim());
		sent.authority(Objects.requireNonNull(HostAndPort.parseAuthority(request.address().host(), -1)));
		// What goes wrong is told by the response's future.
		sent.exceptionHandler((failure) -> {
		});
		request.fields().lines().forEach((line) -> sent.headers().add(line.name(), line.value()));
		return (request.body() != null) ? send(sent, request.body()) : sent.send();
	}

	/**
	 * An origin is to answer soon once it has got the body. One that breaks off must not
	 * look whole to it.
	 */
	private Future<HttpClientResponse> send(HttpClientRequest sent, ReadStream<Buffer> body) {
		if (!sent.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
			sent.setChunked(true);
		}
		body.pipe().endOnFailure(false).to(sent).onSuccess((whole) -> {
			if (!sent.response().isComplete()) {
				sent.idleTimeout(patience());
			}
		}).onFailure((failure) -> sent.reset());
		return sent.response();
	}

}
