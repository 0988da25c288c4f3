package dev.clickpath.edge.proxying;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A client's body on its way to the origin, that is given up when it stands still or
 * trickles.
 */
final class PacedBody implements ReadStream<Buffer> {

	private static final long NONE = -1;

	private final Vertx vertx;

	private final ReadStream<Buffer> body;

	private final Pace pace;

	private final Runnable tooSlow;

	private @Nullable Handler<Throwable> failureHandler;

	/** Whoever comes to read a body that has broken off would wait for ever. */
	private @Nullable Throwable failure;

	private boolean over;

	private long timer = NONE;

	/**
	 * Watches over a body that is paused.
	 * @param tooSlow what is done when it is, before the body breaks off
	 */
	PacedBody(Vertx vertx, ReadStream<Buffer> body, Pace pace, Runnable tooSlow) {
		this.vertx = vertx;
		this.body = body;
		this.pace = pace;
		this.tooSlow = tooSlow;
		body.exceptionHandler(this::fail);
	}

	@Override
	public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
		if (handler == null) {
			// Nobody reads on.
			end();
			this.body.handler(null);
		}
		else {
			this.body.handler((chunk) -> {
				this.pace.step(System.nanoTime());
				handler.handle(chunk);
			});
		}
		return this;
	}

	@Override
	public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
		this.failureHandler = handler;
		if (handler != null && this.failure != null) {
			handler.handle(this.failure);
		}
		return this;
	}

	private void fail(Throwable why) {
		end();
		this.failure = why;
		if (this.failureHandler != null) {
			this.failureHandler.handle(why);
		}
	}

	@Override
	public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
		this.body.endHandler((handler != null) ? (nothing) -> {
			end();
			handler.handle(null);
		} : null);
		return this;
	}

	@Override
	public ReadStream<Buffer> pause() {
		this.pace.rest(System.nanoTime());
		this.body.pause();
		return this;
	}

	@Override
	public ReadStream<Buffer> resume() {
		watch();
		this.body.resume();
		return this;
	}

	@Override
	public ReadStream<Buffer> fetch(long amount) {
		watch();
		this.body.fetch(amount);
		return this;
	}

	private void watch() {
		long now = System.nanoTime();
		this.pace.want(now);
		if (!this.over && this.timer == NONE) {
			long millis = TimeUnit.NANOSECONDS.toMillis(this.pace.left(now)) + 1;
			this.timer = this.vertx.setTimer(Math.max(millis, 1), (fired) -> look());
		}
	}

	/** One timer serves for a while: it looks again when more has come since. */
	private void look() {
		this.timer = NONE;
		if (this.over || !this.pace.isWanted()) {
			return;
		}
		if (this.pace.left(System.nanoTime()) > 0) {
			watch();
		}
		else {
			end();
			this.tooSlow.run();
			fail(new TimeoutException("The body takes too long"));
		}
	}

	private void end() {
		this.over = true;
		if (this.timer != NONE) {
			this.vertx.cancelTimer(this.timer);
			this.timer = NONE;
		}
	}

}
