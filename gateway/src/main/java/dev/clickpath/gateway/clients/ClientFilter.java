package dev.clickpath.gateway.clients;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Finds out who asks, for all that comes after.
 */
final class ClientFilter implements WebFilter, Ordered {

	private final TrustedProxies proxies;

	ClientFilter(TrustedProxies proxies) {
		this.proxies = proxies;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 10;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		InetSocketAddress remote = Objects.requireNonNull(request.getRemoteAddress());
		InetAddress peer = Client.plain(remote.getAddress());
		HttpHeaders headers = request.getHeaders();
		String scheme = (request.getSslInfo() != null) ? "https" : "http";
		String host = headers.getFirst(HttpHeaders.HOST);
		Client client = this.proxies.contain(peer) ? this.proxies.client(peer, scheme, host, told(headers))
				: TrustedProxies.direct(peer, scheme, host);
		client.attachTo(exchange);
		return chain.filter(exchange);
	}

	private static TrustedProxies.Told told(HttpHeaders headers) {
		return new TrustedProxies.Told(headers.getOrEmpty("X-Forwarded-For"), headers.getOrEmpty("X-Forwarded-Proto"),
				headers.getOrEmpty("X-Forwarded-Host"), headers.getOrEmpty("Forwarded"));
	}

}
