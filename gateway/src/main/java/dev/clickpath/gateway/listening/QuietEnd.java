package dev.clickpath.gateway.listening;

import java.io.IOException;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stands last on a connection that speaks HTTP/2, where Reactor Netty leaves nobody to
 * hear that a client has gone: Netty would warn of each.
 */
final class QuietEnd extends ChannelInboundHandlerAdapter {

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (cause instanceof IOException) {
			ChannelFuture _ = context.close();
		}
		else {
			context.fireExceptionCaught(cause);
		}
	}

}
