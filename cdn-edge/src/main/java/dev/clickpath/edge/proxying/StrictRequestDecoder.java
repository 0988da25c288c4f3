package dev.clickpath.edge.proxying;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.http1.Http1ServerConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes requests as Vert.x does, but refuses field lines that are folded over several
 * lines, which Netty silently joins and another server may read as two fields (RFC 9112,
 * section 5.2), heads of too many fields, or that take too long, and versions that are
 * not spoken here. A body that cannot be read is answered, too.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

	/** Those of a hundred fields, the request line and the empty one. */
	private static final int MOST_LINES = 102;

	private static final ByteBuf TOO_SLOW = Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("""
			HTTP/1.1 408 Request Timeout\r
			Connection: close\r
			Content-Type: application/problem+json\r
			Content-Length: 57\r
			\r
			{"title":"The request's head took too long","status":408}""", StandardCharsets.US_ASCII));

	private final long headTimeoutMillis;

	private @Nullable Future<?> timeout;

	private boolean inHead = true;

	private boolean begun;

	private int lines;

	private boolean afterLineFeed;

	private boolean folded;

	private boolean stopped;

	private @Nullable Runnable badBody;

	private StrictRequestDecoder(Http1ServerConfig config, Duration headTimeout) {
		super(config);
		this.headTimeoutMillis = headTimeout.toMillis();
	}

	/**
	 * Takes the place of the usual decoder on a new connection.
	 */
	static void install(HttpConnection connection, Http1ServerConfig config, Duration headTimeout) {
		pipeline(connection).replace("httpDecoder", "httpDecoder", new StrictRequestDecoder(config, headTimeout));
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

	/**
	 * Says what is to be done when the body that is on its way on a connection cannot be
	 * read: nothing more is taken from there.
	 */
	static void onBadBody(HttpConnection connection, Runnable badBody) {
		StrictRequestDecoder decoder = pipeline(connection).get(StrictRequestDecoder.class);
		if (decoder != null && !decoder.inHead) {
			decoder.badBody = badBody;
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
		this.begun = head;
		super.decode(context, in, out);
		if (head) {
			look(in, start, in.readerIndex());
		}
		for (int i = decoded; i < out.size(); i++) {
			if (out.get(i) instanceof HttpRequest request) {
				this.inHead = false;
				this.begun = false;
				refuseIfUnknown(request);
				refuseIfFolded(request);
				refuseIfTooMany(request);
				ConnectionOptions.setCloseApart(request.headers());
			}
			if (out.get(i) instanceof LastHttpContent last) {
				this.inHead = true;
				this.afterLineFeed = false;
				if (last.decoderResult().isFailure() && this.badBody != null) {
					this.stopped = true;
					ReferenceCountUtil.release(out.remove(i--));
					this.badBody.run();
				}
				this.badBody = null;
			}
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) throws Exception {
		watchHead(context);
		super.channelReadComplete(context);
	}

	/** A head that came in one piece, as nearly all do, needs no timer. */
	private void watchHead(ChannelHandlerContext context) {
		if (!this.begun && this.timeout != null) {
			this.timeout.cancel(false);
			this.timeout = null;
		}
		else if (this.begun && this.timeout == null && !this.stopped) {
			this.timeout = context.executor()
				.schedule(() -> giveUp(context), this.headTimeoutMillis, TimeUnit.MILLISECONDS);
		}
	}

	private void giveUp(ChannelHandlerContext context) {
		this.stopped = true;
		ChannelFuture _ = context.writeAndFlush(TOO_SLOW.duplicate()).addListener(ChannelFutureListener.CLOSE);
	}

	@Override
	protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
		if (this.timeout != null) {
			this.timeout.cancel(false);
		}
		super.handlerRemoved0(context);
	}

	/** Looks at what the decoder has just taken: all of it is part of the head. */
	private void look(ByteBuf in, int start, int end) {
		for (int i = start; i < end; i++) {
			byte octet = in.getByte(i);
			this.folded |= this.afterLineFeed && (octet == ' ' || octet == '\t');
			this.afterLineFeed = octet == '\n';
			this.lines += this.afterLineFeed ? 1 : 0;
		}
	}

	/** The refusal is in a version that every client understands. */
	private static void refuseIfUnknown(HttpRequest request) {
		HttpVersion version = request.protocolVersion();
		if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)
				&& request.decoderResult().isSuccess()) {
			request.setDecoderResult(DecoderResult.failure(new UnsupportedOperationException(version.text())));
			request.setProtocolVersion(HttpVersion.HTTP_1_1);
		}
	}

	private void refuseIfTooMany(HttpRequest request) {
		if (this.lines > MOST_LINES && request.decoderResult().isSuccess()) {
			request.setDecoderResult(DecoderResult.failure(new TooLongHttpHeaderException("Too many fields")));
		}
		this.lines = 0;
	}

	private void refuseIfFolded(HttpRequest request) {
		if (this.folded && request.decoderResult().isSuccess()) {
			request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("A folded field line")));
		}
		this.folded = false;
	}

}
