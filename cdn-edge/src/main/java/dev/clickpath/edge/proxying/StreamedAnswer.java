package dev.clickpath.edge.proxying;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends a body on to the client who asked for it while it still is on its way into the
 * store, no faster than the client takes it. All of it happens on one event loop.
 */
final class StreamedAnswer {

	private final Exchange exchange;

	private final Arrival arrival;

	private int sent;

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
			response.setChunked(true);
		}
		response.exceptionHandler((gone) -> this.ended = true);
		this.arrival.watchedBy(this::flow);
		this.arrival.whole().onComplete((whole) -> flow());
		flow();
	}

	private void flow() {
		HttpServerResponse response = this.exchange.response();
		if (this.ended || response.closed()) {
			return;
		}
		if (this.arrival.whole().failed()) {
			this.ended = true;
			this.exchange.breakOff();
			return;
		}
		if (this.sent < this.arrival.writer().length()) {
			Buffer next = this.arrival.writer().from(this.sent);
			this.sent += next.length();
			this.arrival.beingSent(response.write(next));
		}
		if (response.writeQueueFull()) {
			response.drainHandler((nothing) -> flow());
		}
		else if (this.arrival.whole().succeeded()) {
			this.ended = true;
			end(response);
		}
	}

	private void end(HttpServerResponse response) {
		if (this.arrival.whole().result()) {
			this.arrival.beingSent(response.end());
		}
		else {
			PassThrough.streamRest(this.exchange, this.arrival.answer(), this.arrival.excess());
		}
	}

	/**
	 * When all that has come so far is with the client.
	 */
	Future<Void> sent() {
		return this.arrival.sent();
	}

}
