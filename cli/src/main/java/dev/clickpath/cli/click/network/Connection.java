package dev.clickpath.cli.click.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Stopwatch;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

/**
 * A connection that questions can be asked on.
 */
public abstract sealed class Connection implements AutoCloseable permits Http1Connection, Http2Connection {

	private final Opening opening;

	private final Channel channel;

	private final Duration patience;

	private volatile boolean good;

	Connection(Opening opening, Channel channel, Duration patience) {
		this.opening = opening;
		this.channel = channel;
		this.patience = patience;
	}

	/** How it came to be. */
	public Opening opening() {
		return this.opening;
	}

	Channel channel() {
		return this.channel;
	}

	/** Whether several questions can be under way at the same time. */
	public abstract boolean isShared();

	/** Whether one more question can be asked. */
	public abstract boolean isUsable();

	/**
	 * Writes a question; on the thread of the connection.
	 */
	abstract void write(Request request, Incoming incoming);

	/**
	 * Asks, and waits for the whole answer.
	 * @throws NoAnswerException when there is none
	 */
	public Received ask(Request request, Stopwatch watch, Listener listener, Allowance allowance)
			throws NoAnswerException, InterruptedException {
		Incoming incoming = new Incoming(watch, listener, allowance);
		this.channel.eventLoop().execute(() -> {
			write(request, incoming);
			var limit = this.channel.eventLoop()
				.schedule(() -> incoming.fail(new TooLateException(incoming.progress())), this.patience.toNanos(),
						TimeUnit.NANOSECONDS);
			CompletableFuture<Received> _ = incoming.whole().whenComplete((answer, failure) -> limit.cancel(false));
		});
		try {
			Received received = incoming.whole().get();
			this.good = true;
			return received;
		}
		catch (ExecutionException ex) {
			abandon();
			Throwable cause = Objects.requireNonNullElse(ex.getCause(), ex);
			NoAnswerException reason = Reasons.of(cause, request.origin(),
					(InetSocketAddress) this.channel.remoteAddress(), this.patience);
			boolean closedBefore = this.good && !isShared() && cause instanceof IOException && !incoming.hasBegun();
			throw (closedBefore || incoming.isRefused())
					? new NoAnswerException(String.valueOf(reason.getMessage()), cause, true) : reason;
		}
	}

	/** After an answer that was none. */
	abstract void abandon();

	@Override
	public void close() {
		ChannelFuture _ = this.channel.close();
	}

}
