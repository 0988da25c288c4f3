package dev.clickpath.edge.proxying;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A client's body on its way to the origin, that stops when it grows too large.
 */
final class LimitedBody implements ReadStream<Buffer> {

	private final ReadStream<Buffer> body;

	private final long limit;

	private final Runnable tooLarge;

	private long length;

	/**
	 * Watches over a body.
	 * @param tooLarge what is done when it grows beyond the limit; it has to end the
	 * client's connection, which ends the body, too
	 */
	LimitedBody(ReadStream<Buffer> body, long limit, Runnable tooLarge) {
		this.body = body;
		this.limit = limit;
		this.tooLarge = tooLarge;
	}

	private boolean isExceeded() {
		return this.length > this.limit;
	}

	@Override
	public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
		this.body.handler((handler != null) ? (chunk) -> pass(chunk, handler) : null);
		return this;
	}

	private void pass(Buffer chunk, Handler<Buffer> handler) {
		if (isExceeded()) {
			return;
		}
		this.length += chunk.length();
		if (!isExceeded()) {
			handler.handle(chunk);
		}
		else {
			this.tooLarge.run();
		}
	}

	@Override
	public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
		this.body.exceptionHandler(handler);
		return this;
	}

	@Override
	public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
		this.body.endHandler((handler != null) ? (nothing) -> end(handler) : null);
		return this;
	}

	private void end(Handler<Void> handler) {
		if (!isExceeded()) {
			handler.handle(null);
		}
	}

	@Override
	public ReadStream<Buffer> pause() {
		this.body.pause();
		return this;
	}

	@Override
	public ReadStream<Buffer> resume() {
		this.body.resume();
		return this;
	}

	@Override
	public ReadStream<Buffer> fetch(long amount) {
		this.body.fetch(amount);
		return this;
	}

}
