package dev.clickpath.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/**
 * The status and headers of an upstream's answer, its body still on the connection.
 */
record UpstreamAnswer(HttpClientResponse response, Connection connection) {

	int status() {
		return this.response.status().code();
	}

	HttpHeaders headers() {
		return this.response.responseHeaders();
	}

	Flux<ByteBuf> body() {
		return this.connection.inbound().receive().retain();
	}

	/** Another instance may do better: RFC 9110, sections 15.6.3 to 15.6.5. */
	boolean isWorthAnotherTry() {
		return status() == 502 || status() == 503 || status() == 504;
	}

}
