package dev.clickpath.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.connections.Connections;
import dev.clickpath.gateway.connections.Outgoing;
import dev.clickpath.gateway.upstream.Upstream;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpVersion;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends one try of a request to an upstream, without what concerns only the client's
 * connection, and with what the gateway knows of the client.
 */
class UpstreamClient implements DisposableBean {

	/** Below the time after which the storefronts' Tomcat closes an idle connection. */
	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(15);

	/** What was sound coming in is sound going out. */
	private static final DefaultHttpHeadersFactory UNCHECKED = DefaultHttpHeadersFactory.headersFactory()
		.withValidation(false);

	/** Only answers tell of their way. */
	private static final String SERVER_TIMING = "server-timing";

	private final Connections connections;

	private final TryWatch watch;

	UpstreamClient(ProxyProperties properties, TryWatch watch) {
		this.connections = new Connections(properties.connectTimeout(), MAX_IDLE_TIME);
		this.watch = watch;
	}

	/** How many connections to upstreams there are. */
	int connections() {
		return this.connections.open();
	}

	/**
	 * Sends the request.
	 * @param patience how long the instance may take to begin its answer
	 * @param delivery is told when the request has left
	 * @return the answer as soon as its headers are here; its body must be taken
	 */
	Mono<UpstreamAnswer> exchange(ServerWebExchange exchange, RequestBody body, Upstream upstream, Duration patience,
			Delivery delivery) {
		return Mono.deferContextual((context) -> {
			HttpServerRequest request = nativeRequest(exchange);
			DefaultHttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, request.method(),
					target(exchange.getRequest().getURI()), headersOf(request, exchange));
			if (body instanceof RequestBody.None) {
				head.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
			}
			else if (!head.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
				head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, "chunked");
			}
			if (body.isRepeatable()) {
				delivery.begin();
			}
			Outgoing outgoing = new Outgoing(head, body.send(), delivery::begin);
			return this.watch.over(upstream, head.headers(), context,
					this.connections.exchange(loopOf(request), upstream.address(), outgoing, patience));
		}).map(UpstreamAnswer::new);
	}

	private static HttpHeaders headersOf(HttpServerRequest request, ServerWebExchange exchange) {
		HttpHeaders headers = UNCHECKED.newHeaders();
		Set<String> hopByHop = HopByHop.fieldsOf(request.requestHeaders());
		for (Map.Entry<String, String> field : request.requestHeaders()) {
			String name = field.getKey().toLowerCase(Locale.ROOT);
			if (!hopByHop.contains(name) && !ForwardedHeaders.contains(name) && !name.equals(SERVER_TIMING)
					&& !name.equals(Seed.LOWER_CASE_NAME)) {
				headers.add(field.getKey(), field.getValue());
			}
		}
		ForwardedHeaders.write(headers, Client.of(exchange));
		headers.add(Seed.NAME, Seed.of(exchange));
		headers.add(Via.NAME, Via.of(request));
		MaxForwards.countDown(request, headers);
		return headers;
	}

	private static String target(URI requested) {
		String query = requested.getRawQuery();
		String path = requested.getRawPath().isEmpty() ? "/" : requested.getRawPath();
		return (query != null) ? path + "?" + query : path;
	}

	static EventLoop loopOf(HttpServerRequest request) {
		return ((ChannelOperations<?, ?>) request).channel().eventLoop();
	}

	static HttpServerRequest nativeRequest(ServerWebExchange exchange) {
		return ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
	}

	@Override
	public void destroy() {
		this.connections.close();
	}

}
