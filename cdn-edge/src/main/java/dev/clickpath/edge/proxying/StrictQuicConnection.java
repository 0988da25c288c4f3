package dev.clickpath.edge.proxying;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.handler.codec.http3.DefaultHttp3GoAwayFrame;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.http3.Http3ErrorCode;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between Netty and Vert.x on an HTTP/3 connection: has each request looked at,
 * and ends a connection that floods (RFC 9114, section 10.5) or has nothing to say. QUIC
 * itself bounds how many streams are open, but takes one for closed that its client has
 * given up, while the edge may still be at work on it.
 */
final class StrictQuicConnection extends ChannelInboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(StrictQuicConnection.class);

	private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

	/** As many as with HTTP/2. */
	private static final int MOST_GIVEN_UP = 200;

	/**
	 * Netty remembers a stream that was given up for as long as the connection lives: one
	 * that has had many is asked to go and come again.
	 */
	private static final int MOST_GIVEN_UP_EVER = 1_000;

	/** Between the ids of two requests (RFC 9000, section 2.1). */
	private static final int STEP = 4;

	/** So long an answer that has been written may take to get to its client. */
	private static final Duration LINGER = Duration.ofMillis(500);

	private final Duration headTimeout;

	private final Duration idleTimeout;

	private final ControlFrameRate rate = new ControlFrameRate();

	private long windowStart = System.nanoTime();

	private int givenUp;

	private int givenUpEver;

	private int open;

	/** The id of the first stream that has not been seen yet. */
	private long next;

	private long seen;

	private boolean leaving;

	private @Nullable Future<?> idle;

	StrictQuicConnection(EdgeProperties properties) {
		this.headTimeout = properties.headTimeout();
		this.idleTimeout = properties.idleTimeout();
	}

	/** It is there once the connection has shaken hands. */
	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		watch(context);
	}

	/** QUIC counts a ping as a sign of life; here it takes a request. */
	private void watch(ChannelHandlerContext context) {
		long before = this.seen;
		this.idle = context.executor().schedule(() -> {
			if (this.open == 0 && this.seen == before) {
				end(context, Http3ErrorCode.H3_NO_ERROR, "");
			}
			else if (context.channel().isOpen()) {
				watch(context);
			}
		}, this.idleTimeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (this.idle != null) {
			this.idle.cancel(false);
		}
		context.fireChannelInactive();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof QuicStreamChannel stream && stream.type() == QuicStreamType.UNIDIRECTIONAL) {
			countFrame(context);
			stream.pipeline().addLast(new OneWayStream(() -> countFrame(context)));
			// It is Netty's alone: Vert.x would keep from it what the client settles.
			ChannelFuture _ = context.channel().eventLoop().register(stream);
			return;
		}
		if (message instanceof QuicStreamChannel stream && !begin(context, stream)) {
			// It only says so.
			ChannelFuture _ = context.channel().eventLoop().register(stream);
			return;
		}
		context.fireChannelRead(message);
	}

	/**
	 * Has a request looked at.
	 * @return whether Vert.x is to see it: its client has not been told not to begin it
	 */
	private boolean begin(ChannelHandlerContext context, QuicStreamChannel stream) {
		this.open++;
		this.seen++;
		if (this.open > 2 * ServerSettings.MOST_STREAMS) {
			end(context, Http3ErrorCode.H3_EXCESSIVE_LOAD, "Too many requests at once");
		}
		stream.closeFuture().addListener((closed) -> {
			this.open--;
			endIfDone(context);
		});
		boolean late = this.leaving && stream.streamId() >= this.next;
		this.next = Math.max(this.next, stream.streamId() + STEP);
		stream.pipeline()
			.addLast(new StrictRequestStream(this.headTimeout, late, () -> countFrame(context),
					() -> countGivenUp(context)));
		return !late;
	}

	private void countFrame(ChannelHandlerContext context) {
		if (this.rate.isExceeded()) {
			end(context, Http3ErrorCode.H3_EXCESSIVE_LOAD, "Too many control frames");
		}
	}

	/** Rapid resets, asked for (CVE-2023-44487) or provoked (CVE-2025-8671). */
	private void countGivenUp(ChannelHandlerContext context) {
		long now = System.nanoTime();
		if (now - this.windowStart > WINDOW) {
			this.windowStart = now;
			this.givenUp = 0;
		}
		this.givenUp++;
		this.givenUpEver++;
		if (this.givenUp > MOST_GIVEN_UP) {
			end(context, Http3ErrorCode.H3_EXCESSIVE_LOAD, "Too many requests given up");
		}
		else if (this.givenUpEver == MOST_GIVEN_UP_EVER) {
			leave(context);
		}
	}

	/**
	 * Asks the client to send no more requests here, and ends the connection when those
	 * it has sent are answered (RFC 9114, section 5.2).
	 */
	static void leave(Channel connection) {
		ChannelHandlerContext context = connection.pipeline().context(StrictQuicConnection.class);
		if (context != null) {
			((StrictQuicConnection) context.handler()).leave(context);
		}
		else {
			// It has not shaken hands yet.
			ChannelFuture _ = connection.close();
		}
	}

	private void leave(ChannelHandlerContext context) {
		if (this.leaving) {
			return;
		}
		this.leaving = true;
		QuicStreamChannel control = Http3.getLocalControlStream(context.channel());
		if (control != null) {
			ChannelFuture _ = control.writeAndFlush(new DefaultHttp3GoAwayFrame(this.next));
		}
		endIfDone(context);
	}

	private void endIfDone(ChannelHandlerContext context) {
		if (this.leaving && this.open == 0 && context.channel().isOpen()) {
			Future<?> _ = context.executor()
				.schedule(() -> end(context, Http3ErrorCode.H3_NO_ERROR, ""), LINGER.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/** Later: what Netty is asked to say in the midst of its sending, it does not say. */
	private static void end(ChannelHandlerContext context, Http3ErrorCode code, String reason) {
		if (context.channel().isOpen()) {
			context.executor().execute(() -> {
				ChannelFuture _ = ((QuicChannel) context.channel()).close(true, code.code(),
						Unpooled.copiedBuffer(reason, StandardCharsets.US_ASCII));
			});
		}
	}

	/**
	 * Without this, whatever a client sends amiss is logged as an error of the edge's.
	 */
	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		logger.debug("A client's connection broke off", cause);
		ChannelFuture _ = context.close();
	}

	/**
	 * The settings, or what belongs to the compression of fields.
	 */
	private static final class OneWayStream extends ChannelInboundHandlerAdapter {

		private final Runnable counter;

		OneWayStream(Runnable counter) {
			this.counter = counter;
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

}
