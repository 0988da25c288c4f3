package dev.clickpath.gateway.listening;

import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/**
 * Waits until a connection with TLS has agreed on HTTP/1.1 or HTTP/2 and puts the guard
 * of that protocol in place, before the first request is read.
 */
final class ProtocolGuard extends ChannelInboundHandlerAdapter {

	private final Consumer<Channel> http1;

	private final Consumer<Http2FrameCodec> http2;

	ProtocolGuard(Consumer<Channel> http1, Consumer<Http2FrameCodec> http2) {
		this.http1 = http1;
		this.http2 = http2;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
			Http2FrameCodec codec = context.pipeline().get(Http2FrameCodec.class);
			if (codec != null) {
				this.http2.accept(codec);
				context.pipeline().addLast("clickpath.quiet-end", new QuietEnd());
			}
			else {
				this.http1.accept(context.channel());
			}
			context.fireUserEventTriggered(event);
			context.pipeline().remove(this);
		}
		else {
			context.fireUserEventTriggered(event);
		}
	}

}
