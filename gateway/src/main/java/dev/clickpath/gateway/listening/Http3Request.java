package dev.clickpath.gateway.listening;

import java.net.InetSocketAddress;
import java.util.HexFormat;

import javax.net.ssl.SSLEngine;

import io.netty.handler.codec.quic.QuicChannel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.SslInfo;

/**
 * A request over HTTP/3: Spring looks for TLS where TCP has it, and Netty names whoever
 * has sent the latest datagram as its client, where others have shown who they are.
 */
final class Http3Request extends ServerHttpRequestDecorator {

	/** From where a connection was begun. */
	static final AttributeKey<InetSocketAddress> CLIENT = AttributeKey.valueOf(Http3Request.class, "client");

	private final QuicChannel connection;

	Http3Request(ServerHttpRequest request) {
		super(request);
		Connection stream = getNativeRequest(request);
		this.connection = (QuicChannel) stream.channel().parent();
	}

	@Override
	public @Nullable InetSocketAddress getRemoteAddress() {
		return this.connection.attr(CLIENT).get();
	}

	@Override
	public SslInfo getSslInfo() {
		SSLEngine engine = this.connection.sslEngine();
		byte[] session = (engine != null) ? engine.getSession().getId() : new byte[0];
		return SslInfo.from(HexFormat.of().formatHex(session));
	}

}
