package dev.clickpath.gateway.listening;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http3.DefaultHttp3DataFrame;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3ErrorCode;
import io.netty.handler.codec.http3.Http3Headers;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.http3.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamResetException;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.AbortedException;

/**
 * Looks at what comes on a request stream of HTTP/3 before Reactor Netty does, and resets
 * the stream when it is malformed (RFC 9114, section 4.1.2), takes too long or is too
 * large. A head is shown to Reactor Netty only when it is known whether a body follows,
 * and a body only if it is as long as it was announced.
 * <p>
 * It also closes streams that either side has given up: Netty and Reactor Netty would
 * keep them, and whoever waits for them, for as long as the connection lives.
 */
final class StrictRequestStream extends ChannelDuplexHandler {

	private static final Logger logger = LoggerFactory.getLogger(StrictRequestStream.class);

	private static final int MOST_DIGITS = 18;

	/** In octets; to take one costs more than to send it. */
	private static final int SMALL_FRAME = 16;

	/** Between two looks whether an answer goes at all. */
	private static final Duration GLANCE = Duration.ofMillis(100);

	/**
	 * In octets: of what a slow client takes so much at a time, it is seen that it does.
	 */
	private static final int PIECE = 16 * 1024;

	private final ListeningProperties properties;

	private final long longestBody;

	private final boolean late;

	private final Runnable frameCounter;

	private final Runnable givenUpCounter;

	private @Nullable Future<?> timeout;

	/** Held back until it is known whether a body follows. */
	private @Nullable Http3HeadersFrame head;

	private boolean headSeen;

	private boolean bodiless;

	private @Nullable Pace pace;

	private boolean ended;

	private boolean givenUp;

	/** Whether there is somebody behind who wants to have more. */
	private boolean wanted;

	private boolean passed;

	/** Pieces of the answer that Netty has not taken yet. */
	private int unwritten;

	/** Those it has taken. */
	private int written;

	private boolean looking;

	private boolean watchingReader;

	private long announced = -1;

	private long length;

	/**
	 * Looks at one stream.
	 * @param late whether the client has been told not to begin it
	 * @param frameCounter is told of frames that cost a client little
	 * @param givenUpCounter is told when this stream does not end as it should
	 */
	StrictRequestStream(ListeningProperties properties, boolean late, Runnable frameCounter, Runnable givenUpCounter) {
		this.properties = properties;
		this.longestBody = properties.maxRequestBody().toBytes();
		this.late = late;
		this.frameCounter = frameCounter;
		this.givenUpCounter = givenUpCounter;
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		context.pipeline().addAfter(NettyPipeline.H3ToHttp11Codec, "clickpath.plain-head", new PlainHead());
		if (this.late) {
			giveUp(context, Http3ErrorCode.H3_REQUEST_REJECTED);
		}
		else {
			context.fireChannelActive();
		}
	}

	@Override
	public void read(ChannelHandlerContext context) {
		this.wanted = true;
		context.read();
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
		if (!HeadRules.hasSoundNames(headers) || !HeadRules.isSound(headers) || !readLength(headers)) {
			refuse(context, "The head is not sound");
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

	/** Nothing may stand there that has to do with framing (RFC 9110, section 6.5.1). */
	private void readTrailer(ChannelHandlerContext context, Http3HeadersFrame frame) {
		Http3Headers fields = frame.headers();
		boolean sound = HeadRules.hasSoundNames(fields) && HeadRules.hasSoundValues(fields)
				&& fields.size() <= StrictRequestDecoder.MOST_FIELDS && !fields.contains(HttpHeaderNames.CONTENT_LENGTH)
				&& !fields.contains(HttpHeaderNames.HOST);
		if (!sound) {
			refuse(context, "The trailer is not sound");
			return;
		}
		passHead(context);
		pass(context, frame);
	}

	private void readData(ChannelHandlerContext context, Http3DataFrame frame) {
		int octets = frame.content().readableBytes();
		this.length += octets;
		if (octets < SMALL_FRAME) {
			this.frameCounter.run();
		}
		boolean longer = this.announced >= 0 && this.length > this.announced;
		if (longer || this.length > this.longestBody) {
			frame.release();
			giveUp(context, longer ? Http3ErrorCode.H3_MESSAGE_ERROR : Http3ErrorCode.H3_REQUEST_CANCELLED);
			return;
		}
		if (this.pace != null) {
			this.pace.step(System.nanoTime());
		}
		passHead(context);
		pass(context, frame);
	}

	private void passHead(ChannelHandlerContext context) {
		Http3HeadersFrame frame = this.head;
		if (frame == null) {
			return;
		}
		this.head = null;
		cancelTimeout();
		if (!this.bodiless) {
			this.pace = new Pace(this.properties, System.nanoTime());
			checkBodyLater(context, this.pace);
		}
		pass(context, frame);
	}

	private void pass(ChannelHandlerContext context, Object frame) {
		this.passed = true;
		this.wanted = false;
		context.fireChannelRead(frame);
	}

	/** A head that came in one piece, as nearly all do, needs no timer. */
	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		boolean end = ((QuicStreamChannel) context.channel()).isInputShutdown();
		if (this.head != null && !end && !hasNoBodyAsARule(this.head.headers().method())) {
			passHead(context);
		}
		boolean incomplete = (!this.headSeen || this.head != null) && !end;
		if (incomplete && this.timeout == null && !this.givenUp) {
			this.timeout = context.executor()
				.schedule(() -> giveUp(context, Http3ErrorCode.H3_REQUEST_REJECTED),
						this.properties.headTimeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		if (!this.passed && this.wanted && !this.givenUp) {
			// Whoever wants more has got nothing.
			context.read();
		}
		this.passed = false;
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

	/** Who behind is slow to take a body is not the client's fault. */
	private void checkBodyLater(ChannelHandlerContext context, Pace watched) {
		this.timeout = context.executor().schedule(() -> {
			if (!this.wanted) {
				watched.excuse(System.nanoTime());
			}
			if (watched.isTooSlow(System.nanoTime())) {
				giveUp(context, Http3ErrorCode.H3_REQUEST_CANCELLED);
			}
			else {
				checkBodyLater(context, watched);
			}
		}, this.properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event == ChannelInputShutdownEvent.INSTANCE && !this.givenUp && !end(context)) {
			return;
		}
		if (!this.givenUp) {
			context.fireUserEventTriggered(event);
		}
	}

	/** The client has said everything; whether it can be taken. */
	private boolean end(ChannelHandlerContext context) {
		this.ended = true;
		cancelTimeout();
		if (!this.headSeen) {
			giveUp(context, Http3ErrorCode.H3_REQUEST_INCOMPLETE);
			return false;
		}
		if (this.announced >= 0 && this.length != this.announced) {
			refuse(context, "The body is shorter than announced");
			return false;
		}
		this.bodiless = this.head != null;
		passHead(context);
		return true;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (cause instanceof QuicStreamResetException) {
			giveUp(context, Http3ErrorCode.H3_REQUEST_CANCELLED);
		}
		else {
			refuse(context, String.valueOf(cause.getMessage()));
		}
	}

	/** What does not go at once goes in pieces. */
	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof Http3DataFrame frame) {
			ByteBuf rest = frame.content();
			while (rest.readableBytes() > Math.max(PIECE, context.channel().bytesBeforeUnwritable())) {
				writeWhole(context, new DefaultHttp3DataFrame(rest.readRetainedSlice(PIECE)), context.newPromise());
			}
		}
		writeWhole(context, message, promise);
	}

	/**
	 * That a client wants no answer any more is told by nothing but a failed write. That
	 * an answer is complete can be seen once whoever has written it has been told.
	 */
	private void writeWhole(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		ChannelPromise sent = context.newPromise();
		this.unwritten++;
		sent.addListener((done) -> {
			this.unwritten--;
			this.written++;
			if (done.isSuccess()) {
				promise.trySuccess();
				letGo(context);
			}
			else {
				giveUp(context, Http3ErrorCode.H3_REQUEST_CANCELLED);
				// By this, Spring knows that the client has gone.
				promise.tryFailure(new AbortedException(done.cause()));
			}
		});
		ChannelFuture _ = context.write(message, sent);
		lookWhetherItGoes(context);
		watchReader(context);
	}

	/** Whether a client takes anything of what waits for it. */
	private void watchReader(ChannelHandlerContext context) {
		if (this.watchingReader || this.unwritten == 0 || this.givenUp) {
			return;
		}
		this.watchingReader = true;
		int before = this.written;
		Future<?> _ = context.executor().schedule(() -> {
			this.watchingReader = false;
			if (this.unwritten > 0 && this.written == before) {
				giveUp(context, Http3ErrorCode.H3_REQUEST_CANCELLED);
			}
			else {
				watchReader(context);
			}
		}, this.properties.writeTimeout().toMillis(), TimeUnit.MILLISECONDS);
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

	/** An answer that does not wait for the rest of its question (section 4.1). */
	private void letGo(ChannelHandlerContext context) {
		if (((QuicStreamChannel) context.channel()).isOutputShutdown() && !this.ended) {
			giveUp(context, Http3ErrorCode.H3_NO_ERROR);
		}
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
		boolean complete = stream.isOutputShutdown() && this.unwritten == 0;
		ChannelFuture _ = complete ? stream.shutdownInput(code.code()) : stream.shutdown(code.code());
		ChannelFuture _ = context.close();
		this.givenUpCounter.run();
	}

	private void cancelTimeout() {
		if (this.timeout != null) {
			this.timeout.cancel(false);
			this.timeout = null;
		}
	}

	/**
	 * Takes out of a head what Netty has put in for its own ends, or a client that would
	 * like to pass for Netty.
	 */
	private final class PlainHead extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof HttpRequest request) {
				for (ExtensionHeaderNames name : ExtensionHeaderNames.values()) {
					request.headers().remove(name.text());
				}
				if (StrictRequestStream.this.bodiless) {
					request.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
				}
			}
			context.fireChannelRead(message);
		}

	}

}
