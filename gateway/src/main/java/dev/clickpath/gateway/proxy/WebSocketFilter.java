package dev.clickpath.gateway.proxy;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.netty.channel.Channel;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.filter.WebsocketRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Chooses an upstream for a WebSocket (RFC 6455) and leaves the rest to Spring Cloud
 * Gateway. There is one try: who speaks through a WebSocket comes back when it breaks.
 */
class WebSocketFilter implements GlobalFilter, Ordered {

	/**
	 * Tells the upstream of a WebSocket who asks, when all that was said of it is gone.
	 */
	static final class Headers implements HttpHeadersFilter, Ordered {

		@Override
		public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
			HttpHeaders headers = new HttpHeaders();
			input.forEach((name, values) -> {
				if (!ForwardedHeaders.contains(name.toLowerCase(Locale.ROOT))) {
					headers.addAll(name, values);
				}
			});
			ForwardedHeaders.write(headers::set, Client.of(exchange));
			headers.add(Via.NAME, Via.of(UpstreamClient.nativeRequest(exchange)));
			return headers;
		}

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

	}

	private final UpstreamPool pool;

	private final WebsocketRoutingFilter routing;

	WebSocketFilter(UpstreamPool pool, WebsocketRoutingFilter routing) {
		this.pool = pool;
		this.routing = routing;
	}

	/** Before requests are balanced. */
	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 2;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (!isWanted(exchange)) {
			return chain.filter(exchange);
		}
		return Mono.defer(() -> {
			HttpServerRequest request = UpstreamClient.nativeRequest(exchange);
			Choice choice = this.pool.chooseAnother(Shoppers.of(request.requestHeaders()), List.of())
				.orElseThrow(
						() -> GatewayFailure.retryLater("There is no storefront to speak to. Please try again soon."));
			exchange.getAttributes()
				.put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
						target(choice.upstream().address(), exchange.getRequest().getURI()));
			return this.routing.filter(exchange, chain).doFinally((signal) -> {
				if (signal == SignalType.ON_COMPLETE) {
					connection(request).closeFuture().addListener((closed) -> this.pool.release(choice.upstream()));
				}
				else {
					this.pool.release(choice.upstream());
				}
			});
		});
	}

	static boolean isWanted(ServerWebExchange exchange) {
		return "websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getFirst(HttpHeaders.UPGRADE));
	}

	/** A WebSocket has it for itself, from the handshake, which is over, to its end. */
	private static Channel connection(HttpServerRequest request) {
		return ((ChannelOperations<?, ?>) request).channel();
	}

	private static URI target(URI upstream, URI requested) {
		String query = (requested.getRawQuery() != null) ? "?" + requested.getRawQuery() : "";
		return URI.create(upstream + requested.getRawPath() + query);
	}

}
