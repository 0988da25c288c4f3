package dev.clickpath.gateway.proxy;

import java.util.Set;
import java.util.function.BiConsumer;

import dev.clickpath.gateway.clients.Client;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Who asked, and how: said by the gateway, which knows, never by the client, who may lie.
 */
final class ForwardedHeaders {

	/** In lower case. */
	private static final Set<String> NAMES = Set.of("forwarded", "x-forwarded-for", "x-forwarded-host",
			"x-forwarded-port", "x-forwarded-proto", "x-forwarded-prefix", "x-forwarded-ssl", "x-real-ip",
			"x-http2-scheme", "x-http2-stream-id", "x-http2-path", "x-http2-stream-weight",
			"x-http2-stream-dependency-id");

	private ForwardedHeaders() {
	}

	static boolean contains(String lowerCaseName) {
		return NAMES.contains(lowerCaseName);
	}

	static void write(HttpHeaders target, Client client) {
		write((name, value) -> target.set(name, value), client);
	}

	/**
	 * Hands each field to the setter, in place of what was there.
	 */
	static void write(BiConsumer<String, String> setter, Client client) {
		setter.accept("X-Forwarded-For", client.forwardedFor());
		setter.accept("X-Forwarded-Proto", client.scheme());
		setter.accept("Forwarded", client.forwarded());
		if (client.host() != null) {
			setter.accept("Host", client.host());
			setter.accept("X-Forwarded-Host", client.host());
		}
	}

}
