package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3ErrorCode;
import io.netty.handler.codec.http3.Http3Headers;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamResetException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestImpl;
import io.vertx.core.http.impl.headers.HttpRequestHeaders;
import io.vertx.core.http.impl.http3.Http3Stream;
import io.vertx.core.internal.net.QuicStreamInternal;
import io.vertx.core.net.QuicStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what comes on a request stream of HTTP/3 before Vert.x does, and resets the
 * stream when it is malformed (RFC 9114, section 4.1.2) or its head takes too long.
 * Vert.x is shown only heads that it takes, and only bodies as long as they were
 * announced.
 * <p>
 * It also closes streams that either side has given up: Netty and Vert.x would keep them,
 * and whoever waits for them, for as long as the connection lives.
 */
final class StrictRequestStream extends ChannelDuplexHandler {

	private static final Logger logger = LoggerFactory.getLogger(StrictRequestStream.class);

	private static final int MOST_DIGITS = 18;

	/** In octets; to take one costs more than to send it. */
	private static final int SMALL_FRAME = 16;

	/** Between two looks whether an answer is complete, or goes at all. */
	private static final Duration GLANCE = Duration.ofMillis(100);

	private final Duration headTimeout;

	private final boolean late;

	private final Runnable frameCounter;

	private final Runnable givenUpCounter;

	private @Nullable Future<?> timeout;

	/** Held back until it is known whether a body follows. */
	private @Nullable Http3HeadersFrame head;

	private boolean headSeen;

	private boolean givenUp;

	/** Pieces of the answer that Netty has not taken yet. */
	private int unwritten;

	/** Those it has taken. */
	private int written;

	private boolean looking;

	private boolean watched;

	private long announced = -1;

	private long length;

	/**
	 * Looks at one stream.
	 * @param late whether the client has been told not to begin it
	 * @param frameCounter is told of frames that cost a client little
	 * @param givenUpCounter is told when this stream does not end as it should
	 */
	StrictRequestStream(Duration headTimeout, boolean late, Runnable frameCounter, Runnable givenUpCounter) {
		this.headTimeout = headTimeout;
		this.late = late;
		this.frameCounter = frameCounter;
		this.givenUpCounter = givenUpCounter;
	}

	/**
	 * Ends the stream of a request before its time.
	 */
	static void giveUp(HttpServerRequest request, Http3ErrorCode code) {
		QuicStream stream = ((Http3Stream<?, ?>) ((HttpServerRequestImpl) request).stream()).quicStream();
		ChannelHandlerContext context = ((QuicStreamInternal) stream).channelHandlerContext()
			.pipeline()
			.context(StrictRequestStream.class);
		// It is no longer there when the stream has been closed.
		if (context != null) {
			((StrictRequestStream) context.handler()).giveUp(context, code);
		}
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		if (this.late) {
			giveUp(context, Http3ErrorCode.H3_REQUEST_REJECTED);
		}
		else {
			context.fireChannelActive();
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.givenUp) {
			ReferenceCountUtil.release(message);
			return;
		}
		switch (message) {
			case Http3HeadersFrame frame when !this.headSeen -> readHead(context, frame);
			case Http3HeadersFrame frame -> readTrailer(context, frame);
			case Http3DataFrame frame -> readData(context, frame);
			default -> {
				this.frameCounter.run();
				ReferenceCountUtil.release(message);
			}
		}
	}

	private void readHead(ChannelHandlerContext context, Http3HeadersFrame frame) {
		this.headSeen = true;
		Http3Headers headers = frame.headers();
		String fault = HeadRules.faultOf(headers);
		if (fault == null && !readLength(headers)) {
			fault = "The length is not a number";
		}
		// Vert.x leaves a request that it does not take without an answer.
		if (fault == null && !new HttpRequestHeaders(headers).validate()) {
			fault = "The host is not one";
		}
		if (fault != null) {
			refuse(context, fault);
			return;
		}
		this.head = frame;
	}

	private boolean readLength(Http3Headers headers) {
		CharSequence value = headers.get(HttpHeaderNames.CONTENT_LENGTH);
		if (value == null) {
			return true;
		}
		boolean number = !value.isEmpty() && value.length() <= MOST_DIGITS
				&& value.chars().allMatch((c) -> c >= '0' && c <= '9')
				&& headers.getAll(HttpHeaderNames.CONTENT_LENGTH).size() == 1;
		this.announced = number ? Long.parseLong(value.toString()) : -1;
		return number;
	}

	private void readTrailer(ChannelHandlerContext context, Http3HeadersFrame frame) {
		String fault = HeadRules.faultOfFields(frame.headers());
		if (fault != null || frame.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
			refuse(context, (fault != null) ? fault : "A length comes before the body");
			return;
		}
		passHead(context, true);
		context.fireChannelRead(frame);
	}

	private void readData(ChannelHandlerContext context, Http3DataFrame frame) {
		int octets = frame.content().readableBytes();
		this.length += octets;
		if (octets < SMALL_FRAME) {
			this.frameCounter.run();
		}
		if (this.announced >= 0 && this.length > this.announced) {
			frame.release();
			refuse(context, "The body is longer than announced");
			return;
		}
		passHead(context, true);
		context.fireChannelRead(frame);
	}

	/** A body of unknown length is known by this field to everything behind. */
	private void passHead(ChannelHandlerContext context, boolean body) {
		Http3HeadersFrame frame = this.head;
		if (frame == null) {
			return;
		}
		this.head = null;
		cancelTimeout();
		if (body && this.announced < 0) {
			frame.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
		}
		context.fireChannelRead(frame);
	}

	/** A head that came in one piece, as nearly all do, needs no timer. */
	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		boolean end = ((QuicStreamChannel) context.channel()).isInputShutdown();
		if (this.head != null && (end || !hasNoBodyAsARule(this.head.headers().method()))) {
			passHead(context, !end);
		}
		boolean incomplete = !this.headSeen || this.head != null;
		if (incomplete && this.timeout == null && !this.givenUp) {
			this.timeout = context.executor()
				.schedule(() -> giveUp(context, Http3ErrorCode.H3_REQUEST_REJECTED), this.headTimeout.toMillis(),
						TimeUnit.MILLISECONDS);
		}
		context.fireChannelReadComplete();
	}

	/**
	 * The end of a request without a body may come in a packet of its own, and has to
	 * come (RFC 9114, section 4.1). Until then it looks like one with a body, for which
	 * nothing is kept.
	 */
	private static boolean hasNoBodyAsARule(@Nullable CharSequence method) {
		return method != null && ("GET".contentEquals(method) || "HEAD".contentEquals(method));
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event == ChannelInputShutdownEvent.INSTANCE && !this.givenUp) {
			if (!this.headSeen) {
				giveUp(context, Http3ErrorCode.H3_REQUEST_INCOMPLETE);
				return;
			}
			if (this.announced >= 0 && this.length != this.announced) {
				refuse(context, "The body is shorter than announced");
				return;
			}
			passHead(context, false);
		}
		if (!this.givenUp) {
			context.fireUserEventTriggered(event);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (this.givenUp) {
			return;
		}
		if (cause instanceof QuicStreamResetException) {
			if (this.headSeen && this.head == null) {
				context.fireExceptionCaught(cause);
			}
			giveUp(context, Http3ErrorCode.H3_REQUEST_CANCELLED);
		}
		else {
			refuse(context, String.valueOf(cause.getMessage()));
		}
	}

	/** That a client wants no answer any more is told by nothing but a failed write. */
	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.unwritten++;
		ChannelFuture _ = context.write(message, promise.unvoid()).addListener((written) -> {
			this.unwritten--;
			this.written++;
			if (!written.isSuccess() && !this.givenUp) {
				context.executor().execute(() -> giveUp(context, Http3ErrorCode.H3_REQUEST_CANCELLED));
			}
		});
		if (!this.watched && !((QuicStreamChannel) context.channel()).isInputShutdown()) {
			this.watched = true;
			letGoLater(context);
		}
		lookWhetherItGoes(context);
	}

	/**
	 * A client may have wanted no answer before there was one. Netty does not tell, and
	 * keeps what is written then: there is room for it in the client's window, as far as
	 * Netty knows, and yet it does not go.
	 */
	private void lookWhetherItGoes(ChannelHandlerContext context) {
		if (this.looking || !isStuck(context)) {
			return;
		}
		this.looking = true;
		int before = this.written;
		Future<?> _ = context.executor().schedule(() -> {
			this.looking = false;
			if (this.written == before && isStuck(context)) {
				giveUp(context, Http3ErrorCode.H3_REQUEST_CANCELLED);
			}
			else {
				lookWhetherItGoes(context);
			}
		}, GLANCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** What waits for the window of a client that still reads finds no room in it. */
	private boolean isStuck(ChannelHandlerContext context) {
		return this.unwritten > 0 && !this.givenUp && context.channel().bytesBeforeUnwritable() > 0;
	}

	/**
	 * An answer need not wait for the rest of its question (RFC 9114, section 4.1), which
	 * is not wanted any more then. That it is complete is told by nothing.
	 */
	private void letGoLater(ChannelHandlerContext context) {
		QuicStreamChannel stream = (QuicStreamChannel) context.channel();
		Future<?> _ = context.executor().schedule(() -> {
			if (stream.isInputShutdown() || !stream.isActive()) {
				return;
			}
			if (stream.isOutputShutdown() && this.unwritten == 0) {
				giveUp(context, Http3ErrorCode.H3_NO_ERROR);
			}
			else {
				letGoLater(context);
			}
		}, GLANCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		cancelTimeout();
		this.head = null;
		context.fireChannelInactive();
	}

	private void refuse(ChannelHandlerContext context, String fault) {
		logger.debug("A request is malformed: {}", fault);
		giveUp(context, Http3ErrorCode.H3_MESSAGE_ERROR);
	}

	private void giveUp(ChannelHandlerContext context, Http3ErrorCode code) {
		Channel channel = context.channel();
		if (this.givenUp || !channel.isActive()) {
			return;
		}
		this.givenUp = true;
		this.head = null;
		cancelTimeout();
		QuicStreamChannel stream = (QuicStreamChannel) channel;
		// An answer that is complete is still to arrive.
		ChannelFuture _ = stream.isOutputShutdown() ? stream.shutdownInput(code.code()) : stream.shutdown(code.code());
		// From here on to Netty: Vert.x would first wait for what it still wants to
		// write.
		ChannelFuture _ = context.close();
		this.givenUpCounter.run();
	}

	private void cancelTimeout() {
		if (this.timeout != null) {
			this.timeout.cancel(false);
			this.timeout = null;
		}
	}

}
