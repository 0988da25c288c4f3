package dev.clickpath.gateway.connections;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/**
 * One connection to an upstream, with at most one exchange on it at a time. It belongs to
 * an event loop, and everything here happens there.
 */
final class Connection extends ChannelInboundHandlerAdapter {

	private static final long NEVER = Long.MAX_VALUE;

	private final Channel channel;

	private final URI upstream;

	private final Kept kept;

	private final long maxIdle;

	private final Runnable moved = this::expectSomething;

	private @Nullable MonoSink<Answer> asker;

	private @Nullable Sending sending;

	private @Nullable Incoming incoming;

	private boolean interim;

	private boolean reusable;

	private boolean silenceAllowed;

	private boolean paused;

	private long patience;

	/** When the upstream should have said something, or nobody has needed it. */
	private long deadline = NEVER;

	/** When somebody looks for that; {@link #NEVER} when nobody will. */
	private long watched = NEVER;

	/**
	 * @param channel the connection, as Netty has it
	 * @param upstream where it leads
	 * @param kept where it waits for its next exchange
	 * @param maxIdle how long it may wait there
	 */
	Connection(Channel channel, URI upstream, Kept kept, Duration maxIdle) {
		this.channel = channel;
		this.upstream = upstream;
		this.kept = kept;
		this.maxIdle = maxIdle.toNanos();
	}

	/** Does this on the connection's event loop. */
	void run(Runnable step) {
		if (this.channel.eventLoop().inEventLoop()) {
			step.run();
		}
		else {
			this.channel.eventLoop().execute(step);
		}
	}

	boolean isOpen() {
		return this.channel.isActive();
	}

	/**
	 * Sends a request.
	 * @param patience how long the upstream may take to begin its answer, and to go on
	 * with it
	 * @param asker is given the answer, or why there is none
	 */
	void begin(Outgoing request, Duration patience, MonoSink<Answer> asker) {
		this.asker = asker;
		this.patience = patience.toNanos();
		this.silenceAllowed = false;
		this.reusable = true;
		expectSomething();
		asker.onCancel(() -> run(() -> {
			if (asker.equals(this.asker)) {
				this.asker = null;
				fail(new IOException("Nobody waits for the answer"));
			}
		}));
		if (this.asker == null) {
			// Whoever asked went away while the connection was made.
			return;
		}
		this.sending = new Sending(this.channel, request);
		this.sending.begin((failure) -> {
			if (asker.equals(this.asker)) {
				fail(failure);
			}
		}, this.moved);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		boolean expected = this.asker != null || this.incoming != null;
		if (!expected || !(message instanceof HttpObject part) || part.decoderResult().isFailure()) {
			ReferenceCountUtil.release(message);
			fail(new IOException("The upstream does not keep to HTTP"));
			return;
		}
		if (message instanceof HttpResponse response) {
			head(response);
		}
		if (message instanceof HttpContent content) {
			content(content);
		}
	}

	/** Answers that only announce the answer are not passed on. */
	private void head(HttpResponse response) {
		this.interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
		MonoSink<Answer> asker = this.asker;
		if (this.interim || asker == null) {
			return;
		}
		Incoming incoming = new Incoming(this);
		this.reusable = HttpUtil.isKeepAlive(response);
		this.incoming = incoming;
		this.asker = null;
		asker.success(new Answer(response.status().code(), response.headers(), incoming));
	}

	private void content(HttpContent content) {
		Incoming incoming = this.incoming;
		if (this.interim || incoming == null) {
			content.release();
			return;
		}
		incoming.add(content.content());
		if (content instanceof LastHttpContent && this.incoming == incoming) {
			this.incoming = null;
			this.asker = null;
			rest();
			incoming.end();
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		if (this.asker != null || this.incoming != null) {
			expectSomething();
		}
		if (this.incoming != null && this.incoming.isFull()) {
			this.paused = true;
			context.channel().config().setAutoRead(false);
		}
	}

	/** There is room for more of the body. */
	void readOn() {
		if (this.paused) {
			this.paused = false;
			expectSomething();
			this.channel.config().setAutoRead(true);
		}
	}

	void mayBeSilent(Incoming of) {
		if (this.incoming == of) {
			this.silenceAllowed = true;
			this.deadline = NEVER;
		}
	}

	/** Whoever took this body is done with it; the connection ends if the body is not. */
	void leave(Incoming of, Throwable why) {
		if (this.incoming == of) {
			fail(why);
		}
	}

	/** The exchange is over; the connection waits for the next one. */
	private void rest() {
		boolean sent = this.sending != null && this.sending.isOver();
		stopSending();
		readOn();
		if (this.reusable && sent && isOpen()) {
			this.kept.add(this.upstream, this);
			lookAt(this.channel.eventLoop().ticker().nanoTime() + this.maxIdle);
		}
		else {
			close();
		}
	}

	private void fail(Throwable why) {
		MonoSink<Answer> asker = this.asker;
		Incoming incoming = this.incoming;
		this.asker = null;
		this.incoming = null;
		this.kept.remove(this.upstream, this);
		stopSending();
		close();
		if (asker != null) {
			asker.error(why);
		}
		if (incoming != null) {
			incoming.fail(why);
		}
	}

	private void stopSending() {
		if (this.sending != null) {
			this.sending.stop();
			this.sending = null;
		}
	}

	private void close() {
		this.deadline = NEVER;
		ChannelFuture _ = this.channel.close();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		fail(new IOException("The upstream has closed the connection"));
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		fail((cause instanceof IOException) ? cause : new IOException("The connection to the upstream broke", cause));
	}

	private void expectSomething() {
		lookAt(this.silenceAllowed ? NEVER : this.channel.eventLoop().ticker().nanoTime() + this.patience);
	}

	/**
	 * Moves the deadline. One timer a connection serves for all its exchanges: it looks
	 * again when it finds that the deadline has moved on.
	 */
	private void lookAt(long deadline) {
		this.deadline = deadline;
		if (deadline < this.watched) {
			this.watched = deadline;
			watch(deadline);
		}
	}

	private void watch(long moment) {
		long delay = moment - this.channel.eventLoop().ticker().nanoTime();
		Future<?> _ = this.channel.eventLoop().schedule(() -> look(moment), Math.max(0, delay), TimeUnit.NANOSECONDS);
	}

	private void look(long moment) {
		if (moment != this.watched || !isOpen()) {
			return;
		}
		this.watched = NEVER;
		if (this.deadline == NEVER) {
			return;
		}
		if (this.deadline - this.channel.eventLoop().ticker().nanoTime() > 0) {
			lookAt(this.deadline);
		}
		else if (this.paused || (this.sending != null && this.sending.isWaiting())) {
			// It is the client that takes its time.
			expectSomething();
		}
		else {
			fail(new TimeoutException("The upstream says nothing"));
		}
	}

}
