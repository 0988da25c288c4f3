package dev.clickpath.gateway.listening;

import java.util.Objects;

import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.gate.Gate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * Turns requests away that are sound but not for this shop, or too large for it. What a
 * trusted proxy was asked for counts like what the gateway is asked for, since a
 * storefront gets to see it.
 */
final class EntranceGate implements Gate {

	/** RFC 9110, section 15.5.20. */
	private static final HttpStatusCode MISDIRECTED = HttpStatusCode.valueOf(421);

	private final AllowedHosts hosts;

	private final long longestBody;

	EntranceGate(ListeningProperties properties) {
		this.hosts = new AllowedHosts(properties.hosts());
		this.longestBody = properties.maxRequestBody().toBytes();
	}

	@Override
	public @Nullable Mono<Void> stop(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		String host = headers.getFirst(HttpHeaders.HOST);
		String told = Client.of(exchange).host();
		boolean same = Objects.equals(told, host);
		if (!same && told != null && !Targets.isAuthority(told)) {
			return Mono.error(new GatewayFailure(HttpStatus.BAD_REQUEST, "The proxy was asked for what is no host."));
		}
		if (!this.hosts.contain(host) || (!same && !this.hosts.contain(told))) {
			return Mono.error(new GatewayFailure(MISDIRECTED,
					"This shop does not answer to that host; its names are set with clickpath.gateway.listening.hosts."));
		}
		// HTTP/1.1 has been asked before; a stream of HTTP/2 can be answered here.
		if (headers.getContentLength() > this.longestBody) {
			return Mono.error(new GatewayFailure(HttpStatus.CONTENT_TOO_LARGE,
					"The body of the request is too large: at most %d bytes are taken.".formatted(this.longestBody)));
		}
		return null;
	}

}
