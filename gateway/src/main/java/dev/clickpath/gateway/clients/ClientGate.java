package dev.clickpath.gateway.clients;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

import dev.clickpath.gateway.gate.Gate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds out who asks, for all that comes after.
 */
final class ClientGate implements Gate {

	private final TrustedProxies proxies;

	ClientGate(TrustedProxies proxies) {
		this.proxies = proxies;
	}

	@Override
	public @Nullable Mono<Void> stop(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		InetSocketAddress remote = Objects.requireNonNull(request.getRemoteAddress());
		InetAddress peer = Client.plain(remote.getAddress());
		HttpHeaders headers = request.getHeaders();
		String scheme = (request.getSslInfo() != null) ? "https" : "http";
		String host = headers.getFirst(HttpHeaders.HOST);
		Client client = this.proxies.contain(peer) ? this.proxies.client(peer, scheme, host, told(headers))
				: TrustedProxies.direct(peer, scheme, host);
		client.attachTo(exchange);
		return null;
	}

	private static TrustedProxies.Told told(HttpHeaders headers) {
		return new TrustedProxies.Told(headers.getOrEmpty("X-Forwarded-For"), headers.getOrEmpty("X-Forwarded-Proto"),
				headers.getOrEmpty("X-Forwarded-Host"), headers.getOrEmpty("Forwarded"));
	}

}
