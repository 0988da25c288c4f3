package dev.clickpath.edge.proxying;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.handler.codec.http3.Http3ErrorCode;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import io.vertx.core.http.HttpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between Netty and Vert.x on an HTTP/3 connection: has each request looked at,
 * and ends a connection that floods (RFC 9114, section 10.5). QUIC itself bounds how many
 * streams are open, but takes one for closed that its client has given up, while the edge
 * may still be at work on it.
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

	private static final Duration FAREWELL = Duration.ofSeconds(30);

	private final HttpConnection connection;

	private final Duration headTimeout;

	private final ControlFrameRate rate = new ControlFrameRate();

	private long windowStart = System.nanoTime();

	private int givenUp;

	private int givenUpEver;

	private int open;

	StrictQuicConnection(HttpConnection connection, Duration headTimeout) {
		this.connection = connection;
		this.headTimeout = headTimeout;
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
		if (message instanceof QuicStreamChannel stream) {
			opened(context, stream);
		}
		context.fireChannelRead(message);
	}

	private void opened(ChannelHandlerContext context, QuicStreamChannel stream) {
		this.open++;
		if (this.open > 2 * ServerSettings.MOST_STREAMS) {
			end(context, "Too many requests at once");
		}
		stream.closeFuture().addListener((closed) -> this.open--);
		stream.pipeline()
			.addLast(new StrictRequestStream(this.headTimeout, () -> countFrame(context), () -> countGivenUp(context)));
	}

	private void countFrame(ChannelHandlerContext context) {
		if (this.rate.isExceeded()) {
			end(context, "Too many control frames");
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
			end(context, "Too many requests given up");
		}
		else if (this.givenUpEver == MOST_GIVEN_UP_EVER) {
			this.connection.shutdown(FAREWELL);
		}
	}

	private static void end(ChannelHandlerContext context, String reason) {
		if (context.channel().isActive()) {
			ChannelFuture _ = ((QuicChannel) context.channel()).close(true, Http3ErrorCode.H3_EXCESSIVE_LOAD.code(),
					Unpooled.copiedBuffer(reason, StandardCharsets.US_ASCII));
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
