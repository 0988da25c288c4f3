package dev.clickpath.gateway.answer;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http3.Http3ErrorCode;
import io.netty.handler.codec.quic.QuicStreamChannel;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;

/**
 * Ends an answer so that no client takes what it has got for the whole: a stream is reset
 * (RFC 9113, section 8.1; RFC 9114, section 4.1), a connection is closed where there
 * should be more (RFC 9112, section 8).
 */
final class BrokenEnd {

	private BrokenEnd() {
	}

	/**
	 * Breaks the answer to this request off.
	 * @return is there when nothing more can reach the client
	 */
	static Mono<Void> of(ServerHttpRequest request) {
		HttpServerRequest served = ServerHttpRequestDecorator.getNativeRequest(request);
		Channel channel = ((ChannelOperations<?, ?>) served).channel();
		return Mono.create((sink) -> {
			channel.closeFuture().addListener((closed) -> sink.success());
			switch (channel) {
				case Http2StreamChannel stream -> reset(stream);
				case QuicStreamChannel stream -> reset(stream);
				default -> close(channel, HttpVersion.HTTP_1_0.equals(served.version()));
			}
		});
	}

	private static void reset(Http2StreamChannel stream) {
		ChannelFuture _ = stream.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR))
			.addListener(ChannelFutureListener.CLOSE);
	}

	private static void reset(QuicStreamChannel stream) {
		ChannelFuture _ = stream.shutdownOutput(Http3ErrorCode.H3_INTERNAL_ERROR.code())
			.addListener(ChannelFutureListener.CLOSE);
	}

	/**
	 * Behind what has been written. The end of a body that HTTP/1.0 gives no length is
	 * the connection's, so that only a reset tells that something is missing.
	 */
	private static void close(Channel channel, boolean endsWithConnection) {
		ChannelFuture _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((written) -> {
			if (endsWithConnection) {
				channel.config().setOption(ChannelOption.SO_LINGER, 0);
				// Past TLS, which would say that all is well.
				ChannelFuture _ = channel.pipeline().firstContext().close();
			}
			else {
				ChannelFuture _ = channel.close();
			}
		});
	}

}
