package dev.clickpath.edge.proxying;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.http1.Http1ServerConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;

/**
 * Decodes requests as Vert.x does, but refuses field lines that are folded over several
 * lines, which Netty silently joins and another server may read as two fields (RFC 9112,
 * section 5.2).
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

	private boolean inHead = true;

	private boolean afterLineFeed;

	private boolean folded;

	private boolean stopped;

	private StrictRequestDecoder(Http1ServerConfig config) {
		super(config);
	}

	/**
	 * Takes the place of the usual decoder on a new connection.
	 */
	static void install(HttpConnection connection, Http1ServerConfig config) {
		pipeline(connection).replace("httpDecoder", "httpDecoder", new StrictRequestDecoder(config));
	}

	/**
	 * Takes nothing more from a connection.
	 */
	static void stop(HttpConnection connection) {
		StrictRequestDecoder decoder = pipeline(connection).get(StrictRequestDecoder.class);
		if (decoder != null) {
			decoder.stopped = true;
		}
	}

	private static ChannelPipeline pipeline(HttpConnection connection) {
		return ((Http1ServerConnection) connection).channel().pipeline();
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
		if (this.stopped) {
			in.skipBytes(in.readableBytes());
			return;
		}
		int start = in.readerIndex();
		int decoded = out.size();
		boolean head = this.inHead;
		super.decode(context, in, out);
		if (head) {
			look(in, start, in.readerIndex());
		}
		for (int i = decoded; i < out.size(); i++) {
			if (out.get(i) instanceof HttpRequest request) {
				this.inHead = false;
				refuseIfFolded(request);
			}
			if (out.get(i) instanceof LastHttpContent) {
				this.inHead = true;
				this.afterLineFeed = false;
			}
		}
	}

	/** Looks at what the decoder has just taken: all of it is part of the head. */
	private void look(ByteBuf in, int start, int end) {
		for (int i = start; i < end; i++) {
			byte octet = in.getByte(i);
			this.folded |= this.afterLineFeed && (octet == ' ' || octet == '\t');
			this.afterLineFeed = octet == '\n';
		}
	}

	private void refuseIfFolded(HttpRequest request) {
		if (this.folded && request.decoderResult().isSuccess()) {
			request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("A folded field line")));
		}
		this.folded = false;
	}

}
