package dev.clickpath.gateway.listening;

import java.nio.channels.ClosedChannelException;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Sees answers on their way out, so that the {@link StrictRequestDecoder} knows when the
 * next request may come, and whether it is too late for an answer of its own.
 */
final class AnswerWatch extends ChannelDuplexHandler {

	private final StrictRequestDecoder requests;

	private boolean underWay;

	private boolean begun;

	private boolean ended;

	AnswerWatch(StrictRequestDecoder requests) {
		this.requests = requests;
	}

	/** A request has gone in. */
	void begin() {
		this.underWay = true;
		this.begun = false;
	}

	/** Nothing more comes out of this connection. */
	void end() {
		this.ended = true;
	}

	boolean isUnderWay() {
		return this.underWay;
	}

	/** Whether a client would take what is said now for a part of an answer. */
	boolean isBegun() {
		return this.begun;
	}

	@Override
	public void read(ChannelHandlerContext context) {
		if (!this.requests.isHolding()) {
			context.read();
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (this.ended) {
			ReferenceCountUtil.release(message);
			promise.tryFailure(new ClosedChannelException());
			return;
		}
		boolean interim = false;
		if (message instanceof HttpResponse response) {
			boolean switching = response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
			interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL && !switching;
			this.begun |= !interim;
			if (switching) {
				this.requests.becomeTunnel();
			}
		}
		ChannelFuture _ = context.write(message, promise);
		if (!interim && message instanceof LastHttpContent) {
			this.underWay = false;
			this.begun = false;
			this.requests.goOn();
		}
	}

}
