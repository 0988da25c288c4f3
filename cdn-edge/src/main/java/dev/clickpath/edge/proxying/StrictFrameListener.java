package dev.clickpath.edge.proxying;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.buffer.ByteBuf;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the frames of an HTTP/2 connection before Vert.x does. Netty has already
 * refused field names in upper case, fields of a connection, pseudo-fields that are
 * unknown, doubled or out of place, and bodies of another length than announced. Here a
 * stream is reset for what it lets through and {@link HeadRules} do not, and a connection
 * is ended that floods.
 */
final class StrictFrameListener extends Http2FrameListenerDecorator {

	private final Http2Connection connection;

	/** Marks the streams whose head has come: what comes after it is a trailer. */
	private final Http2Connection.PropertyKey head;

	private final ControlFrameRate rate = new ControlFrameRate();

	private StrictFrameListener(Http2FrameListener next, Http2Connection connection) {
		super(next);
		this.connection = connection;
		this.head = connection.newKey();
	}

	/**
	 * Steps between Netty and Vert.x on a new connection.
	 */
	static void install(HttpConnection connection) {
		Http2ConnectionDecoder decoder = ((ConnectionBase) connection).channel()
			.pipeline()
			.get(Http2ConnectionHandler.class)
			.decoder();
		decoder.frameListener(new StrictFrameListener(decoder.frameListener(), decoder.connection()));
	}

	@Override
	public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers headers, int dependency,
			short weight, boolean exclusive, int padding, boolean end) throws Http2Exception {
		boolean trailer = this.connection.stream(stream).setProperty(this.head, true) != null;
		refuse(stream, trailer ? HeadRules.faultOfFields(headers) : HeadRules.faultOf(headers));
		if (!trailer) {
			if (!end && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
				// A body of unknown length follows, which everything behind knows by this
				// field; no client can have sent it.
				headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
			}
		}
		super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, end);
	}

	@Override
	public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
		count();
		super.onPingRead(context, data);
	}

	@Override
	public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
		count();
		super.onSettingsRead(context, settings);
	}

	@Override
	public void onPriorityRead(ChannelHandlerContext context, int stream, int dependency, short weight,
			boolean exclusive) throws Http2Exception {
		count();
		super.onPriorityRead(context, stream, dependency, weight, exclusive);
	}

	@Override
	public void onUnknownFrame(ChannelHandlerContext context, byte type, int stream, Http2Flags flags, ByteBuf payload)
			throws Http2Exception {
		count();
		super.onUnknownFrame(context, type, stream, flags, payload);
	}

	private static void refuse(int stream, @Nullable String fault) throws Http2Exception {
		if (fault != null) {
			throw Http2Exception.streamError(stream, Http2Error.PROTOCOL_ERROR, fault);
		}
	}

	private void count() throws Http2Exception {
		if (this.rate.isExceeded()) {
			throw Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, "Too many control frames");
		}
	}

}
