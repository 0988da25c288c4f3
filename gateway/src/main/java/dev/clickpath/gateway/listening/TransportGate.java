package dev.clickpath.gateway.listening;

import java.net.URI;
import java.util.Objects;
import java.util.function.IntSupplier;

import dev.clickpath.gateway.answer.SecurityHeaders;
import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.gate.Gate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Brings browsers to the port with TLS and has them stay there, both only when told to.
 */
final class TransportGate implements Gate {

	private static final int USUAL_PORT = 443;

	private final IntSupplier securePort;

	private final boolean redirect;

	private final String strictTransport;

	TransportGate(IntSupplier securePort, ListeningProperties listening, TlsProperties tls) {
		this.securePort = securePort;
		this.redirect = listening.redirectToHttps() && tls.isWanted();
		this.strictTransport = tls.strictTransport().isPositive() ? "max-age=" + tls.strictTransport().toSeconds() : "";
	}

	@Override
	public @Nullable Mono<Void> stop(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		if (Client.of(exchange).scheme().equals("https")) {
			if (!this.strictTransport.isEmpty()) {
				exchange.getResponse().getHeaders().set("Strict-Transport-Security", this.strictTransport);
			}
			return null;
		}
		if (!this.redirect) {
			return null;
		}
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.PERMANENT_REDIRECT);
		response.getHeaders().setLocation(secure(request));
		SecurityHeaders.addTo(response.getHeaders());
		return response.setComplete();
	}

	private URI secure(ServerHttpRequest request) {
		String host = Targets.host(Objects.requireNonNull(request.getHeaders().getFirst(HttpHeaders.HOST)));
		int port = this.securePort.getAsInt();
		String query = request.getURI().getRawQuery();
		return URI.create("https://" + host + ((port == USUAL_PORT) ? "" : ":" + port) + request.getURI().getRawPath()
				+ ((query != null) ? "?" + query : ""));
	}

}
