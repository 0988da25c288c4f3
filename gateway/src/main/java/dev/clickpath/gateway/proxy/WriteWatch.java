package dev.clickpath.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the first bytes of a request have been handed to the operating system.
 * That fails when the instance has closed the connection in the meantime; until its first
 * line and headers are complete there is no request that it could carry out.
 */
final class WriteWatch extends ChannelOutboundHandlerAdapter {

	private static final AttributeKey<@Nullable Delivery> DELIVERY = AttributeKey.valueOf(WriteWatch.class, "delivery");

	static void watch(Channel channel, Delivery delivery) {
		channel.attr(DELIVERY).set(delivery);
	}

	@Override
	@SuppressWarnings("FutureReturnValueIgnored") // it is the promise, which is listened
													// to
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		Delivery delivery = context.channel().attr(DELIVERY).get();
		if (delivery == null || delivery.hasBegun()) {
			context.write(message, promise);
			return;
		}
		ChannelPromise noticed = promise.unvoid();
		noticed.addListener((written) -> {
			if (written.isSuccess()) {
				delivery.begin();
			}
		});
		context.write(message, noticed);
	}

}
