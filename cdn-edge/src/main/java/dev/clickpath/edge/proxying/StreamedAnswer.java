package dev.clickpath.edge.proxying;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends a body on to the client who asked for it while it still is on its way into the
 * store, no faster than the client takes it. All of it happens on one event loop.
 */
final class StreamedAnswer {

	private final Exchange exchange;

	private final Arrival arrival;

	private final Promise<Void> done = Promise.promise();

	private int sent;

	private boolean gone;

	private boolean ended;

	/**
	 * An answer whose head is set.
	 */
	StreamedAnswer(Exchange exchange, Arrival arrival) {
		this.exchange = exchange;
		this.arrival = arrival;
	}

	/**
	 * Sends what has come, and goes on with what comes.
	 */
	void begin() {
		HttpServerResponse response = this.exchange.response();
		if (this.arrival.answer().announcedLength() < 0) {
			this.exchange.announceNoLength();
		}
		response.exceptionHandler((failure) -> leave());
		response.closeHandler((closed) -> leave());
		this.arrival.watchedBy(this::flow);
		this.arrival.whole().onComplete((whole) -> flow());
		flow();
	}

	/** The client has gone; the body goes on coming for the others. */
	private void leave() {
		this.gone = true;
		flow();
	}

	private void flow() {
		if (this.ended) {
			return;
		}
		HttpServerResponse response = this.exchange.response();
		if (this.arrival.whole().failed()) {
			this.exchange.breakOff();
			end(this.arrival.sent());
		}
		else if (this.gone) {
			abandon();
		}
		else {
			if (this.sent < this.arrival.writer().length()) {
				Buffer next = this.arrival.writer().from(this.sent);
				this.sent += next.length();
				this.arrival.beingSent(response.write(next));
			}
			if (response.writeQueueFull()) {
				response.drainHandler((nothing) -> flow());
			}
			else if (this.arrival.whole().succeeded()) {
				finish(response);
			}
		}
	}

	private void finish(HttpServerResponse response) {
		if (this.arrival.whole().result()) {
			PassThrough.addTrailers(response, this.arrival.answer());
			end(response.end());
		}
		else {
			end(this.arrival.sent());
			PassThrough.streamRest(this.exchange, this.arrival.answer(), this.arrival.excess());
			this.arrival.dispose();
		}
	}

	private void abandon() {
		if (this.arrival.whole().succeeded()) {
			if (!this.arrival.whole().result()) {
				this.arrival.answer().cancel();
				this.arrival.dispose();
			}
			end(this.arrival.sent());
		}
	}

	private void end(Future<Void> lastWrite) {
		this.ended = true;
		lastWrite.onComplete((written) -> this.done.tryComplete());
	}

	/**
	 * When nothing more of what has come into the store is being sent.
	 */
	Future<Void> done() {
		return this.done.future();
	}

}
