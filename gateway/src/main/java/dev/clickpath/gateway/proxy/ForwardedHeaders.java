package dev.clickpath.gateway.proxy;

import java.util.Set;

import dev.clickpath.gateway.clients.Client;
import io.netty.handler.codec.http.HttpHeaderNames;
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
		target.set("X-Forwarded-For", client.forwardedFor());
		target.set("X-Forwarded-Proto", client.scheme());
		target.set("Forwarded", client.forwarded());
		if (client.host() != null) {
			target.set(HttpHeaderNames.HOST, client.host());
			target.set("X-Forwarded-Host", client.host());
		}
	}

}
