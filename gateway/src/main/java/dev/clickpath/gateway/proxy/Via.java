package dev.clickpath.gateway.proxy;

import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Tells a storefront that a request has come by way of the gateway, and in which version
 * of HTTP it came there (RFC 9110, section 7.6.3).
 */
final class Via {

	static final String NAME = "Via";

	private Via() {
	}

	static String of(HttpServerRequest request) {
		return switch (((ChannelOperations<?, ?>) request).channel()) {
			case Http2StreamChannel _ -> "2.0 clickpath-gateway";
			case QuicStreamChannel _ -> "3.0 clickpath-gateway";
			default ->
				HttpVersion.HTTP_1_0.equals(request.version()) ? "1.0 clickpath-gateway" : "1.1 clickpath-gateway";
		};
	}

}
