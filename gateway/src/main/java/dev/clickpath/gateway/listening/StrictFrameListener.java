package dev.clickpath.gateway.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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

	private boolean watching;

	private final ControlFrameRate rate;

	private StrictFrameListener(Http2FrameListener next, Http2FrameCodec codec, ListeningProperties properties) {
		super(next);
		this.codec = codec;
		this.connection = codec.connection();
		this.length = this.connection.newKey();
		this.pace = this.connection.newKey();
		this.properties = properties;
		this.longestBody = properties.maxRequestBody().toBytes();
		this.rate = new ControlFrameRate(System::nanoTime);
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
		if (isSound(stream, headers)) {
			if (!end) {
				watch(context, stream);
			}
			super.onHeadersRead(context, stream, headers, padding, end);
		}
		else {
			reset(context, stream, Http2Error.PROTOCOL_ERROR);
		}
	}

	@Override
	public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers headers, int dependency,
			short weight, boolean exclusive, int padding, boolean end) throws Http2Exception {
		if (isSound(stream, headers)) {
			if (!end) {
				watch(context, stream);
			}
			super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, end);
		}
		else {
			reset(context, stream, Http2Error.PROTOCOL_ERROR);
		}
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
		List<Integer> slow = new ArrayList<>();
		int[] underWay = { 0 };
		try {
			this.connection.forEachActiveStream((stream) -> {
				Pace itsPace = stream.getProperty(this.pace);
				if (stream.state() == Http2Stream.State.OPEN && itsPace != null) {
					underWay[0]++;
					if (itsPace.isTooSlow(System.nanoTime())) {
						slow.add(stream.id());
					}
				}
				return true;
			});
		}
		catch (Http2Exception ex) {
			context.fireExceptionCaught(ex);
		}
		slow.forEach((stream) -> reset(context, stream, Http2Error.CANCEL));
		this.watching = underWay[0] > slow.size() && context.channel().isActive();
		if (this.watching) {
			checkLater(context);
		}
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
