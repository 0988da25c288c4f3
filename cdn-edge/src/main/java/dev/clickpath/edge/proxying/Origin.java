package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;

/**
 * The server the edge stands before.
 */
final class Origin {

	private static final int MOST_WAITING = 10_000;

	private static final int IDLE_SECONDS = 20;

	private final HttpClient client;

	private final InstantSource clock;

	private final long readTimeout;

	private final EdgeMetrics metrics;

	Origin(Vertx vertx, EdgeProperties properties, InstantSource clock, EdgeMetrics metrics) {
		this.clock = clock;
		this.metrics = metrics;
		this.readTimeout = properties.readTimeout().toMillis();
		HttpClientOptions options = new HttpClientOptions().setDefaultHost(properties.origin().getHost())
			.setDefaultPort(properties.originPort())
			.setConnectTimeout((int) properties.connectTimeout().toMillis())
			.setKeepAliveTimeout(IDLE_SECONDS)
			.setMaxHeaderSize(32 * 1024)
			.setDecompressionSupported(false);
		PoolOptions pool = new PoolOptions().setHttp1MaxSize(properties.originConnections())
			.setMaxWaitQueueSize(MOST_WAITING);
		this.client = vertx.createHttpClient(options, pool);
	}

	/**
	 * Sends a request. The answer's body is paused.
	 */
	Future<OriginAnswer> send(OriginRequest request) {
		Future<OriginAnswer> answer = sendOnce(request);
		if (!request.isRepeatable()) {
			return answer;
		}
		// A pooled connection may have been closed at the very moment it was taken.
		return answer.recover((failure) -> (failure instanceof HttpClosedException) ? sendOnce(request)
				: Future.failedFuture(failure));
	}

	/**
	 * What to tell a client of a failure to get an answer.
	 */
	static Problem problem(Throwable failure) {
		boolean late = failure instanceof TimeoutException || failure instanceof ConnectTimeoutException;
		return late ? Problem.of(504, "The origin did not answer in time")
				: Problem.of(502, "The origin cannot be reached or did not answer properly");
	}

	private Future<OriginAnswer> sendOnce(OriginRequest request) {
		Instant asked = this.clock.instant();
		long start = System.nanoTime();
		RequestOptions options = new RequestOptions().setMethod(request.method())
			.setURI(request.target())
			.setFollowRedirects(false)
			.setIdleTimeout(this.readTimeout);
		return this.client.request(options).compose((sent) -> write(sent, request)).map((response) -> {
			response.pause();
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			this.metrics.fetched(took);
			OriginAnswer answer = new OriginAnswer(response.statusCode(), ForwardedFields.toList(response.headers()),
					response, asked, this.clock.instant(), took, new AtomicReference<>());
			answer.watch();
			return answer;
		});
	}

	private static Future<HttpClientResponse> write(HttpClientRequest sent, OriginRequest request) {
		sent.authority(Objects.requireNonNull(HostAndPort.parseAuthority(request.host(), -1)));
		// What goes wrong is told by the response's future.
		sent.exceptionHandler((failure) -> {
		});
		request.fields().lines().forEach((line) -> sent.headers().add(line.name(), line.value()));
		return (request.body() != null) ? sent.send(request.body()) : sent.send();
	}

}
