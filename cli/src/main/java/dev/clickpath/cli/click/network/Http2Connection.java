package dev.clickpath.cli.click.network;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.cli.click.timeline.Opening;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Frame;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.concurrent.Future;

/**
 * HTTP/2: a stream for each question.
 */
final class Http2Connection extends Connection {

	private final Watcher watcher;

	Http2Connection(Opening opening, Channel channel, Watcher watcher, Duration patience) {
		super(opening, channel, patience);
		this.watcher = watcher;
	}

	@Override
	public boolean isShared() {
		return true;
	}

	@Override
	public boolean isUsable() {
		return !this.watcher.goneAway && channel().isActive();
	}

	@Override
	void write(Request request, Incoming incoming) {
		Future<Http2StreamChannel> _ = new Http2StreamChannelBootstrap(channel())
			.handler(new Http2Answer(incoming, this.watcher))
			.open()
			.addListener((opened) -> {
				if (!opened.isSuccess()) {
					incoming.refuse(opened.cause());
					return;
				}
				Http2StreamChannel stream = (Http2StreamChannel) opened.getNow();
				CompletableFuture<Received> _ = incoming.whole().whenComplete((answer, failure) -> {
					ChannelFuture _ = stream.close();
				});
				incoming.writing();
				ChannelFuture _ = stream.writeAndFlush(new DefaultHttp2HeadersFrame(Http2Answer.headers(request), true))
					.addListener((result) -> {
						if (!result.isSuccess()) {
							incoming.refuse(result.cause());
						}
					});
			});
	}

	@Override
	void abandon() {
		// The stream is closed; others go on.
	}

	/** Sees what concerns the whole connection. */
	static final class Watcher extends SimpleChannelInboundHandler<Http2Frame> {

		private volatile boolean goneAway;

		@Override
		protected void channelRead0(ChannelHandlerContext context, Http2Frame frame) {
			if (frame instanceof Http2GoAwayFrame) {
				goAway();
			}
		}

		/** No more questions are to be asked. */
		void goAway() {
			this.goneAway = true;
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			// Streams are told by their own end.
			ChannelFuture _ = context.close();
		}

	}

}
