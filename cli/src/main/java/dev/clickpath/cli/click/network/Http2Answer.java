package dev.clickpath.cli.click.network;

import java.util.Map;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrame;

/**
 * Reads the answer of one stream of an HTTP/2 connection.
 */
final class Http2Answer extends SimpleChannelInboundHandler<Http2StreamFrame> {

	/** As browsers have them: bodies do not wait for a client that is quick to read. */
	private static final int STREAM_WINDOW = 6 * 1024 * 1024;

	private static final int LONGEST_HEAD = 64 * 1024;

	private static final int SUCCESS = 200;

	private final Incoming incoming;

	private final Http2Connection.Watcher watcher;

	private boolean begun;

	Http2Answer(Incoming incoming, Http2Connection.Watcher watcher) {
		this.incoming = incoming;
		this.watcher = watcher;
	}

	static Http2FrameCodec codec() {
		return Http2FrameCodecBuilder.forClient()
			.initialSettings(Http2Settings.defaultSettings()
				.pushEnabled(false)
				.initialWindowSize(STREAM_WINDOW)
				.maxHeaderListSize(LONGEST_HEAD))
			.encoderEnforceMaxConcurrentStreams(true)
			.build();
	}

	static Http2Headers headers(Request request) {
		Http2Headers headers = new DefaultHttp2Headers().method("GET")
			.scheme(request.origin().scheme())
			.authority(request.origin().authority())
			.path(request.target());
		for (Map.Entry<String, String> field : request.fields().entrySet()) {
			headers.set(field.getKey(), field.getValue());
		}
		return headers;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
		switch (frame) {
			case Http2HeadersFrame headers -> headers(headers);
			case Http2DataFrame data -> {
				this.incoming.data(data.content());
				endIf(data.isEndStream());
			}
			default -> {
				// Nothing of the answer.
			}
		}
		if (this.incoming.isDone()) {
			ChannelFuture _ = context.close();
		}
	}

	private void headers(Http2HeadersFrame frame) {
		if (!this.begun) {
			CharSequence status = frame.headers().status();
			int code = (status != null && status.toString().matches("[1-5]\\d\\d"))
					? Integer.parseInt(status.toString()) : 0;
			if (code == 0) {
				this.incoming.fail(new NoAnswerException("The answer has no status; look into the log of the server."));
			}
			else if (code < SUCCESS) {
				this.incoming.informational(code, Fields.of(frame.headers()));
			}
			else {
				this.begun = true;
				this.incoming.head(code, Fields.of(frame.headers()));
			}
		}
		endIf(frame.isEndStream());
	}

	private void endIf(boolean end) {
		if (end && !this.incoming.isDone()) {
			this.incoming.end();
		}
	}

	private static String name(long code) {
		Http2Error error = Http2Error.valueOf(code);
		return (error != null) ? error.toString() : Long.toString(code);
	}

	/** Resets come past the other frames, and so does word of what was not begun with. */
	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
		if (event instanceof Http2ResetFrame reset && !this.incoming.isDone()) {
			NoAnswerException reason = givenUp(reset.errorCode());
			if (reset.errorCode() == Http2Error.REFUSED_STREAM.code()) {
				this.incoming.refuse(reason);
			}
			else {
				this.incoming.fail(reason);
			}
		}
		if (event instanceof Http2GoAwayFrame goAway && !this.incoming.isDone()) {
			// Before the question is asked again: streams hear of it first.
			this.watcher.goAway();
			this.incoming.refuse(givenUp(goAway.errorCode()));
		}
		super.userEventTriggered(context, event);
	}

	private NoAnswerException givenUp(long code) {
		return new NoAnswerException("The server gave the answer up (%s) %s; look into its log.".formatted(name(code),
				this.incoming.progress()));
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (!this.incoming.isDone()) {
			this.incoming.fail(new BrokenOffException(this.incoming.progress()));
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		this.incoming.fail(cause);
		ChannelFuture _ = context.close();
	}

}
