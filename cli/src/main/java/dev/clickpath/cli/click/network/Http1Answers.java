package dev.clickpath.cli.click.network;

import java.util.Map;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of an HTTP/1.1 connection, one after the other.
 */
final class Http1Answers extends SimpleChannelInboundHandler<HttpObject> {

	private static final int LONGEST_LINE = 8 * 1024;

	private static final int LONGEST_HEAD = 64 * 1024;

	private static final int SUCCESS = 200;

	private @Nullable Incoming current;

	private boolean informational;

	private volatile boolean usable = true;

	static HttpClientCodec codec() {
		return new HttpClientCodec(
				new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE).setMaxHeaderSize(LONGEST_HEAD), false,
				false);
	}

	static FullHttpRequest request(Request request) {
		FullHttpRequest message = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, request.target());
		message.headers().set(HttpHeaderNames.HOST, request.origin().authority());
		for (Map.Entry<String, String> field : request.fields().entrySet()) {
			message.headers().set(field.getKey(), field.getValue());
		}
		return message;
	}

	/** The next answer is this one's. */
	void expect(Incoming incoming) {
		this.current = incoming;
	}

	boolean isUsable() {
		return this.usable;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
		Incoming incoming = this.current;
		if (incoming == null) {
			// Nobody asked for this (RFC 9112, section 9.2).
			ChannelFuture _ = context.close();
			return;
		}
		if (message.decoderResult().isFailure()) {
			incoming.fail(message.decoderResult().cause());
			ChannelFuture _ = context.close();
			return;
		}
		if (message instanceof HttpResponse response) {
			head(incoming, response);
		}
		if (message instanceof HttpContent content && !this.informational) {
			incoming.data(content.content());
		}
		if (message instanceof LastHttpContent) {
			last(context, incoming);
		}
	}

	private void head(Incoming incoming, HttpResponse response) {
		int status = response.status().code();
		this.informational = status < SUCCESS;
		if (this.informational) {
			incoming.informational(status, Fields.of(response.headers()));
		}
		else {
			this.usable = HttpUtil.isKeepAlive(response);
			incoming.head(status, Fields.of(response.headers()));
		}
	}

	private void last(ChannelHandlerContext context, Incoming incoming) {
		if (this.informational) {
			this.informational = false;
			return;
		}
		this.current = null;
		boolean failed = incoming.isDone();
		incoming.end();
		if (failed || !this.usable) {
			ChannelFuture _ = context.close();
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.usable = false;
		if (this.current != null) {
			this.current.fail(new BrokenOffException(this.current.progress()));
			this.current = null;
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (this.current != null) {
			this.current.fail(cause);
		}
		ChannelFuture _ = context.close();
	}

}
