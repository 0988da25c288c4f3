package dev.clickpath.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.upstream.Upstream;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends one try of a request to an upstream. Never tries again by itself: that is a
 * decision for whoever knows what was sent.
 */
class UpstreamClient implements DisposableBean {

	/** Below the time after which the storefronts' Tomcat closes an idle connection. */
	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(15);

	private final ConnectionProvider connections;

	private final HttpClient forRepeatableRequests;

	private final HttpClient forOtherRequests;

	private final ObservationRegistry observations;

	UpstreamClient(ProxyProperties properties, ObservationRegistry observations) {
		this.connections = ConnectionProvider.builder("upstream")
			.maxConnections(properties.maxConnections())
			.pendingAcquireTimeout(properties.responseTimeout())
			.maxIdleTime(MAX_IDLE_TIME)
			.lifo()
			.build();
		this.forRepeatableRequests = HttpClient.create(this.connections)
			.disableRetry(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) properties.connectTimeout().toMillis());
		this.forOtherRequests = this.forRepeatableRequests
			.doOnChannelInit((observer, channel, address) -> channel.pipeline().addFirst(new WriteWatch()));
		this.observations = observations;
	}

	/**
	 * Sends the request and hands the answer over as soon as its headers are here.
	 * @param patience how long the instance may take to begin its answer
	 * @param delivery is told when the request has left
	 * @param consumer what to do with the answer; it reads the body or disposes of the
	 * connection
	 * @return what the consumer makes of the answer
	 */
	<T> Flux<T> exchange(ServerWebExchange exchange, RequestBody body, Upstream upstream, Duration patience,
			Delivery delivery, Function<UpstreamAnswer, ? extends Publisher<T>> consumer) {
		return Flux.deferContextual((context) -> {
			HttpServerRequest request = nativeRequest(exchange);
			HttpHeaders headers = headersOf(request, Client.of(exchange));
			if (body instanceof RequestBody.None) {
				headers.remove(HttpHeaderNames.CONTENT_LENGTH);
			}
			Observation observation = observe(upstream, headers,
					context.getOrDefault(ObservationThreadLocalAccessor.KEY, null));
			return (body.isRepeatable() ? this.forRepeatableRequests : this.forOtherRequests)
				.headers((target) -> target.add(headers))
				.request(request.method())
				.uri(target(upstream, exchange.getRequest().getURI()))
				.send((sent, outbound) -> {
					sent.responseTimeout(patience);
					if (body.isRepeatable()) {
						delivery.begin();
					}
					else {
						outbound.withConnection((connection) -> WriteWatch.watch(connection.channel(), delivery));
					}
					return outbound.send(body.send());
				})
				.responseConnection((response, connection) -> consumer.apply(new UpstreamAnswer(response, connection)))
				.doOnError(observation::error)
				.doFinally((signal) -> observation.stop());
		});
	}

	/**
	 * Times the try, and writes the trace's context into the headers (W3C traceparent).
	 */
	private Observation observe(Upstream upstream, HttpHeaders headers, @Nullable Observation parent) {
		SenderContext<HttpHeaders> sender = new SenderContext<>(
				(carrier, name, value) -> Objects.requireNonNull(carrier).set(name, value), Kind.CLIENT);
		sender.setCarrier(headers);
		return Observation.createNotStarted("clickpath.upstream.requests", () -> sender, this.observations)
			.lowCardinalityKeyValue("upstream", upstream.name())
			.parentObservation(parent)
			.start();
	}

	private static HttpHeaders headersOf(HttpServerRequest request, Client client) {
		HttpHeaders headers = new DefaultHttpHeaders();
		Set<String> hopByHop = HopByHop.fieldsOf(request.requestHeaders());
		for (Map.Entry<String, String> field : request.requestHeaders()) {
			String name = field.getKey().toLowerCase(Locale.ROOT);
			if (!hopByHop.contains(name) && !ForwardedHeaders.contains(name)) {
				headers.add(field.getKey(), field.getValue());
			}
		}
		ForwardedHeaders.write(headers, client);
		return headers;
	}

	private static URI target(Upstream upstream, URI requested) {
		String query = (requested.getRawQuery() != null) ? "?" + requested.getRawQuery() : "";
		return URI.create(upstream.address() + requested.getRawPath() + query);
	}

	static HttpServerRequest nativeRequest(ServerWebExchange exchange) {
		return ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
	}

	@Override
	public void destroy() {
		this.connections.dispose();
	}

}
