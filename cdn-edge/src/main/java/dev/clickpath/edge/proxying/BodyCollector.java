package dev.clickpath.edge.proxying;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/**
 * Reads a body into memory, up to a limit.
 */
final class BodyCollector {

	private final HttpClientResponse body;

	private final long limit;

	private final Buffer collected = Buffer.buffer();

	private final Promise<Boolean> whole = Promise.promise();

	BodyCollector(HttpClientResponse body, long limit) {
		this.body = body;
		this.limit = limit;
	}

	/**
	 * Starts reading.
	 * @return whether that was all; false when the limit came first, and the body is
	 * paused again. It fails when the body broke off.
	 */
	Future<Boolean> collect() {
		this.body.exceptionHandler(this.whole::tryFail);
		this.body.endHandler((nothing) -> this.whole.tryComplete(true));
		this.body.handler(this::add);
		this.body.resume();
		return this.whole.future();
	}

	private void add(Buffer chunk) {
		this.collected.appendBuffer(chunk);
		if (this.collected.length() > this.limit) {
			this.body.pause();
			this.whole.tryComplete(false);
		}
	}

	Buffer collected() {
		return this.collected;
	}

}
