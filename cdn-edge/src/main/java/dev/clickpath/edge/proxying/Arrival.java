package dev.clickpath.edge.proxying;

import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.BodyWriter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way into the store. It is read as fast as it comes, whoever looks on: a
 * client that reads slowly keeps nobody else waiting. All of it happens on one event
 * loop.
 */
final class Arrival {

	private final OriginAnswer answer;

	private final StoredResponse response;

	private final BodyWriter writer;

	private final long limit;

	private final Promise<Boolean> whole = Promise.promise();

	private @Nullable Runnable onlooker;

	private @Nullable Buffer excess;

	private Future<Void> lastWrite = Future.succeededFuture();

	/**
	 * An arrival that has not begun.
	 * @param response what the head says of it
	 * @param limit the largest body that is taken in
	 */
	Arrival(OriginAnswer answer, StoredResponse response, BodyWriter writer, long limit) {
		this.answer = answer;
		this.response = response;
		this.writer = writer;
		this.limit = limit;
	}

	/**
	 * Starts reading.
	 * @return whether that was all; false when there was no room for more, and the body
	 * is paused again. It fails when the body broke off.
	 */
	Future<Boolean> begin() {
		Throwable early = this.answer.broken().get();
		if (early != null) {
			this.whole.fail(early);
			return this.whole.future();
		}
		if (this.answer.announcedLength() > 0 && !this.writer.reserve(this.answer.announcedLength())) {
			this.whole.complete(false);
			return this.whole.future();
		}
		this.answer.body().exceptionHandler(this.whole::tryFail);
		this.answer.body().endHandler((nothing) -> this.whole.tryComplete(true));
		this.answer.body().handler(this::add);
		this.answer.body().resume();
		return this.whole.future();
	}

	private void add(Buffer chunk) {
		if (this.whole.future().isComplete()) {
			this.excess = (this.excess != null) ? this.excess.appendBuffer(chunk) : chunk.copy();
			return;
		}
		if (this.writer.length() + chunk.length() > this.limit || !this.writer.append(chunk)) {
			this.excess = chunk.copy();
			leaveOff();
			return;
		}
		if (this.onlooker != null) {
			this.onlooker.run();
		}
	}

	/**
	 * Takes in no more: what is still to come is for the one who asked.
	 */
	void leaveOff() {
		this.answer.body().pause();
		this.answer.watch();
		this.whole.tryComplete(false);
	}

	/**
	 * Ends it, as if the body had broken off.
	 */
	void giveUp(Throwable reason) {
		if (this.whole.tryFail(reason)) {
			this.answer.cancel();
		}
	}

	OriginAnswer answer() {
		return this.answer;
	}

	StoredResponse response() {
		return this.response;
	}

	BodyWriter writer() {
		return this.writer;
	}

	Future<Boolean> whole() {
		return this.whole.future();
	}

	/**
	 * What came when there was no room for it any more, or null.
	 */
	@Nullable Buffer excess() {
		return this.excess;
	}

	/**
	 * Tells somebody of each chunk from now on.
	 */
	void watchedBy(Runnable newOnlooker) {
		this.onlooker = newOnlooker;
	}

	/**
	 * Notes that what has come so far is being sent: until that is done its memory must
	 * not become another body's.
	 */
	void beingSent(Future<Void> write) {
		this.lastWrite = write;
	}

	/**
	 * When what has come so far has been sent.
	 */
	Future<Void> sent() {
		return this.lastWrite;
	}

	/**
	 * Gives back the memory of a body that is not to be stored.
	 */
	void dispose() {
		this.lastWrite.onComplete((done) -> this.writer.discard());
	}

}
