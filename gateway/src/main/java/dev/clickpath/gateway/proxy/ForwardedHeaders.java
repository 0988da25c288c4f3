package dev.clickpath.gateway.proxy;

import java.net.InetSocketAddress;
import java.util.Set;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

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

	static void write(HttpHeaders target, @Nullable InetSocketAddress client, String scheme, @Nullable String host) {
		if (client != null) {
			target.set("X-Forwarded-For", client.getAddress().getHostAddress());
		}
		target.set("X-Forwarded-Proto", scheme);
		if (host != null) {
			target.set(HttpHeaderNames.HOST, host);
			target.set("X-Forwarded-Host", host);
		}
	}

}
