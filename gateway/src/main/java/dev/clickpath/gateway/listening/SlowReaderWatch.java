package dev.clickpath.gateway.listening;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Stands next to the socket and closes the connection of a client that takes nothing of
 * what is written to it for too long. What goes at once, as nearly all does, needs no
 * timer.
 */
final class SlowReaderWatch extends ChannelOutboundHandlerAdapter {

	private final ListeningProperties properties;

	private long writes;

	private boolean watching;

	SlowReaderWatch(ListeningProperties properties) {
		this.properties = properties;
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.writes++;
		ChannelFuture _ = context.write(message, promise);
	}

	@Override
	public void flush(ChannelHandlerContext context) {
		context.flush();
		if (!this.watching) {
			watch(context);
		}
	}

	private void watch(ChannelHandlerContext context) {
		ChannelOutboundBuffer left = left(context);
		this.watching = left != null;
		if (left != null) {
			long gone = this.writes - left.size();
			long progress = left.currentProgress();
			Future<?> _ = context.executor()
				.schedule(() -> look(context, gone, progress), this.properties.writeTimeout().toMillis(),
						TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Sees whether anything has gone since.
	 * @param gone so many pieces had gone before
	 * @param progress so much had gone of the next one
	 */
	private void look(ChannelHandlerContext context, long gone, long progress) {
		ChannelOutboundBuffer left = left(context);
		if (left != null && this.writes - left.size() == gone && left.currentProgress() == progress) {
			// Past TLS, which would wait to say so.
			ChannelFuture _ = context.close();
		}
		else {
			watch(context);
		}
	}

	/** What the socket has not taken; null when there is nothing. */
	private static @Nullable ChannelOutboundBuffer left(ChannelHandlerContext context) {
		ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
		return (buffer != null && !buffer.isEmpty()) ? buffer : null;
	}

}
