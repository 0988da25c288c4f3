package dev.clickpath.gateway.listening;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of HTTP/3 on which a client only speaks: its settings, or what belongs to the
 * compression of fields. It is read whatever Reactor Netty has settled for requests.
 */
final class OneWayStream extends ChannelInboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(OneWayStream.class);

	private final Runnable counter;

	OneWayStream(Runnable counter) {
		this.counter = counter;
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		context.channel().config().setAutoRead(true);
		context.fireChannelActive();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.counter.run();
		context.fireChannelRead(message);
	}

	/** Netty would keep it. */
	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		context.fireUserEventTriggered(event);
		if (event == ChannelInputShutdownReadComplete.INSTANCE) {
			ChannelFuture _ = context.close();
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		logger.debug("A client's stream broke off", cause);
		ChannelFuture _ = context.close();
	}

}
