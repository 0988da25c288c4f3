package dev.clickpath.gateway.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;

/**
 * Looks at an HTTP/2 connection's frames before anything else does. Netty has refused
 * field names in upper case, fields of a connection and pseudo-fields out of place. Here
 * a stream is reset for what HTTP/1.1 behind the gateway could misread (RFC 9113,
 * sections 8.2.1, 8.3.1 and 10.3) and for a body that is too large, and a connection ends
 * that floods.
 */
final class StrictFrameListener extends Http2FrameListenerDecorator {

	private final Http2FrameCodec codec;

	private final Http2Connection connection;

	/** How much of a stream's body has come; what has none has no head yet. */
	private final Http2Connection.PropertyKey length;

	private final Http2Connection.PropertyKey pace;

	private final ListeningProperties properties;

	private final long longestBody;

	/** How it stood with a stream whose answer waits for its client. */
	private final Http2Connection.PropertyKey window;

	private final ControlFrameRate rate;

	private boolean watching;

	private boolean watchingAnswers;

	private StrictFrameListener(Http2FrameListener next, Http2FrameCodec codec, ListeningProperties properties) {
		super(next);
		this.codec = codec;
		this.connection = codec.connection();
		this.length = this.connection.newKey();
		this.pace = this.connection.newKey();
		this.window = this.connection.newKey();
		this.properties = properties;
		this.longestBody = properties.maxRequestBody().toBytes();
		this.rate = new ControlFrameRate(System::nanoTime);
	}

	/** How much a client wanted, and whether it has said since that it wants more. */
	private static final class Window {

		private final int octets;

		private boolean widened;

		Window(int octets) {
			this.octets = octets;
		}

	}

	/**
	 * Steps between the codec and what comes behind it.
	 */
	static void install(Http2FrameCodec codec, ListeningProperties properties) {
		Http2ConnectionDecoder decoder = codec.decoder();
		decoder.frameListener(new StrictFrameListener(decoder.frameListener(), codec, properties));
	}

	@Override
	public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean end)
			throws Http2Exception {
		if (begin(context, stream, headers, end)) {
			super.onHeadersRead(context, stream, headers, padding, end);
		}
	}

	@Override
	public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers headers, int dependency,
			short weight, boolean exclusive, int padding, boolean end) throws Http2Exception {
		if (begin(context, stream, headers, end)) {
			super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, end);
		}
	}

	/** Whether what has come so far is sound. */
	private boolean begin(ChannelHandlerContext context, int stream, Http2Headers headers, boolean end) {
		if (!isSound(stream, headers)) {
			reset(context, stream, Http2Error.PROTOCOL_ERROR);
			return false;
		}
		if (!end) {
			watch(context, stream);
		}
		if (!this.watchingAnswers) {
			this.watchingAnswers = true;
			checkAnswersLater(context);
		}
		return true;
	}

	/**
	 * Without an exception: what stands behind would end the stream for a reason of its
	 * own.
	 */
	private void reset(ChannelHandlerContext context, int stream, Http2Error error) {
		ChannelFuture _ = this.codec.resetStream(context, stream, error.code(), context.newPromise());
		context.flush();
	}

	/** A body follows. */
	private void watch(ChannelHandlerContext context, int stream) {
		this.connection.stream(stream).setProperty(this.pace, new Pace(this.properties, System.nanoTime()));
		if (!this.watching) {
			this.watching = true;
			checkLater(context);
		}
	}

	private void checkLater(ChannelHandlerContext context) {
		Future<?> _ = context.executor()
			.schedule(() -> check(context), this.properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Looks as long as there are bodies under way. */
	private void check(ChannelHandlerContext context) {
		int[] underWay = { 0 };
		int slow = resetAll(context, (stream) -> {
			Pace itsPace = stream.getProperty(this.pace);
			if (stream.state() != Http2Stream.State.OPEN || itsPace == null) {
				return false;
			}
			underWay[0]++;
			return isTooSlow(stream, itsPace, System.nanoTime());
		});
		this.watching = underWay[0] > slow && context.channel().isActive();
		if (this.watching) {
			checkLater(context);
		}
	}

	/** Who behind is slow to take a body is not the client's fault. */
	private boolean isTooSlow(Http2Stream stream, Pace itsPace, long now) {
		if (this.connection.local().flowController().unconsumedBytes(stream) > 0) {
			itsPace.excuse(now);
		}
		return itsPace.isTooSlow(now);
	}

	private void checkAnswersLater(ChannelHandlerContext context) {
		Future<?> _ = context.executor()
			.schedule(() -> checkAnswers(context), this.properties.writeTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Looks as long as there are requests under way. */
	private void checkAnswers(ChannelHandlerContext context) {
		int _ = resetAll(context, (stream) -> isTakingNothing(context, stream));
		this.watchingAnswers = this.connection.numActiveStreams() > 0 && context.channel().isActive();
		if (this.watchingAnswers) {
			checkAnswersLater(context);
		}
	}

	/**
	 * Whether all that has been written since the last look still waits for the client to
	 * want it. What waits for the connection is the {@link SlowReaderWatch}'s to see.
	 */
	private boolean isTakingNothing(ChannelHandlerContext context, Http2Stream stream) {
		Http2RemoteFlowController flow = this.connection.remote().flowController();
		if (!flow.hasFlowControlled(stream) || !context.channel().isWritable()) {
			stream.removeProperty(this.window);
			return false;
		}
		Window before = stream.getProperty(this.window);
		Window now = new Window(flow.windowSize(stream));
		stream.setProperty(this.window, now);
		return before != null && !before.widened && before.octets == now.octets;
	}

	/**
	 * Resets the streams that are like this.
	 * @return how many there are
	 */
	private int resetAll(ChannelHandlerContext context, Predicate<Http2Stream> which) {
		List<Integer> found = new ArrayList<>();
		try {
			this.connection.forEachActiveStream((stream) -> {
				if (which.test(stream)) {
					found.add(stream.id());
				}
				return true;
			});
		}
		catch (Http2Exception ex) {
			context.fireExceptionCaught(ex);
		}
		found.forEach((stream) -> reset(context, stream, Http2Error.CANCEL));
		return found.size();
	}

	private boolean isSound(int stream, Http2Headers headers) {
		boolean head = this.connection.stream(stream).getProperty(this.length) == null;
		if (!head) {
			return HeadRules.hasSoundValues(headers);
		}
		this.connection.stream(stream).setProperty(this.length, 0L);
		return HeadRules.isSound(headers);
	}

	@Override
	public int onDataRead(ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean end)
			throws Http2Exception {
		Long before = this.connection.stream(stream).getProperty(this.length);
		long now = ((before != null) ? before : 0) + data.readableBytes();
		this.connection.stream(stream).setProperty(this.length, now);
		Pace itsPace = this.connection.stream(stream).getProperty(this.pace);
		if (itsPace != null) {
			itsPace.step(System.nanoTime());
		}
		if (now > this.longestBody) {
			reset(context, stream, Http2Error.CANCEL);
			return data.readableBytes() + padding;
		}
		return super.onDataRead(context, stream, data, padding, end);
	}

	@Override
	public void onWindowUpdateRead(ChannelHandlerContext context, int stream, int increment) throws Http2Exception {
		Http2Stream widened = this.connection.stream(stream);
		Window itsWindow = (widened != null) ? widened.getProperty(this.window) : null;
		if (itsWindow != null) {
			itsWindow.widened = true;
		}
		super.onWindowUpdateRead(context, stream, increment);
	}

	@Override
	public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
		this.rate.count();
		super.onPingRead(context, data);
	}

	@Override
	public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
		this.rate.count();
		super.onSettingsRead(context, settings);
	}

	@Override
	public void onPriorityRead(ChannelHandlerContext context, int stream, int dependency, short weight,
			boolean exclusive) throws Http2Exception {
		this.rate.count();
		super.onPriorityRead(context, stream, dependency, weight, exclusive);
	}

	@Override
	public void onUnknownFrame(ChannelHandlerContext context, byte type, int stream, Http2Flags flags, ByteBuf payload)
			throws Http2Exception {
		this.rate.count();
		super.onUnknownFrame(context, type, stream, flags, payload);
	}

}
