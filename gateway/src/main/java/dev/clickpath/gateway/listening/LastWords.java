package dev.clickpath.gateway.listening;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/**
 * Ends a connection so that the client gets to read what was said last: closing it while
 * the client still sends would take that away again (RFC 9112, section 9.6).
 */
final class LastWords {

	private static final int LINGER_SECONDS = 2;

	private LastWords() {
	}

	/**
	 * Says this and nothing more; what the client still sends is thrown away by whoever
	 * asked for this.
	 */
	static void say(ChannelHandlerContext context, ByteBuf words) {
		Channel channel = context.channel();
		ChannelFuture _ = context.writeAndFlush(words).addListener((said) -> {
			SslHandler tls = channel.pipeline().get(SslHandler.class);
			if (!said.isSuccess()) {
				close(channel);
			}
			else if (tls != null) {
				ChannelFuture _ = tls.closeOutbound().addListener((told) -> fallSilent(channel));
			}
			else {
				fallSilent(channel);
			}
		});
	}

	private static void fallSilent(Channel channel) {
		if (channel instanceof DuplexChannel socket && channel.isActive()) {
			ChannelFuture _ = socket.shutdownOutput();
			Future<?> _ = channel.eventLoop().schedule(() -> close(channel), LINGER_SECONDS, TimeUnit.SECONDS);
			channel.config().setAutoRead(true);
		}
		else {
			close(channel);
		}
	}

	private static void close(Channel channel) {
		ChannelFuture _ = channel.close();
	}

}
