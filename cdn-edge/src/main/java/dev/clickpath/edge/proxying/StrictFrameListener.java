package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.Map;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValidationUtil;
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

/**
 * Looks at the frames of an HTTP/2 connection before Vert.x does. Netty has already
 * refused field names in upper case, fields of a connection, pseudo-fields that are
 * unknown, doubled or out of place, and bodies of another length than announced. Here a
 * stream is reset for what it lets through and an HTTP/1.1 origin could misread (RFC
 * 9113, sections 8.2.1, 8.3.1 and 10.3), and a connection is ended that floods.
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
		requireValidValues(stream, headers);
		if (this.connection.stream(stream).setProperty(this.head, true) == null) {
			requireValidTarget(stream, headers);
			requireOneHost(stream, headers);
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

	/** Line ends and the like would be field lines of their own in HTTP/1.1. */
	private static void requireValidValues(int stream, Http2Headers headers) throws Http2Exception {
		for (Map.Entry<CharSequence, CharSequence> field : headers) {
			CharSequence value = field.getValue();
			boolean valid = value.isEmpty() || (HttpHeaderValidationUtil.validateValidHeaderValue(value) < 0
					&& value.charAt(value.length() - 1) != ' ' && value.charAt(value.length() - 1) != '\t');
			if (!valid) {
				throw malformed(stream, "A field value has characters that do not belong there");
			}
		}
	}

	private static void requireValidTarget(int stream, Http2Headers headers) throws Http2Exception {
		CharSequence method = headers.method();
		if (method == null) {
			throw malformed(stream, "A request needs a method");
		}
		if (headers.contains(Http2Headers.PseudoHeaderName.PROTOCOL.value())) {
			throw malformed(stream, "CONNECT is not extended here");
		}
		if ("CONNECT".contentEquals(method)) {
			// Refused in an answer.
			return;
		}
		if (headers.scheme() == null || !"https".contentEquals(headers.scheme())) {
			throw malformed(stream, "The scheme here is https");
		}
		CharSequence path = headers.path();
		boolean valid = path != null && !path.isEmpty()
				&& (path.charAt(0) == '/' || ("*".contentEquals(path) && "OPTIONS".contentEquals(method)));
		if (!valid) {
			throw malformed(stream, "A request needs a path");
		}
	}

	/** Whichever of the two another server believes, it is the same. */
	private static void requireOneHost(int stream, Http2Headers headers) throws Http2Exception {
		List<CharSequence> hosts = headers.getAll(HttpHeaderNames.HOST);
		CharSequence authority = headers.authority();
		if (hosts.size() > 1 || (hosts.isEmpty() && authority == null)) {
			throw malformed(stream, "A request needs exactly one host");
		}
		if (authority != null && !hosts.isEmpty()
				&& !authority.toString().equalsIgnoreCase(hosts.getFirst().toString())) {
			throw malformed(stream, "The authority and the Host field name different hosts");
		}
	}

	private static Http2Exception malformed(int stream, String message) {
		return Http2Exception.streamError(stream, Http2Error.PROTOCOL_ERROR, message);
	}

}
