package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.time.Instant;

import dev.clickpath.edge.caching.FieldList;
import io.vertx.core.http.HttpClientResponse;

/**
 * The head of the origin's answer, with the body still to come.
 *
 * @param status the status code
 * @param fields all its fields
 * @param body the body, paused
 * @param asked when the request was sent
 * @param received when this head arrived
 * @param took the time between, measured
 */
record OriginAnswer(int status, FieldList fields, HttpClientResponse body, Instant asked, Instant received,
		Duration took) {

	/**
	 * The length the origin announced, or -1.
	 */
	long announcedLength() {
		String length = this.fields.first("Content-Length");
		return (length != null) ? Long.parseLong(length) : -1;
	}

	/**
	 * Whether a body that ends too early can be told from a whole one.
	 */
	boolean isDelimited() {
		return this.fields.has("Content-Length") || this.fields.has("Transfer-Encoding") || this.status == 204
				|| this.status == 304;
	}

	/**
	 * Wants no more of it.
	 */
	void cancel() {
		// The end that follows is the one that is wanted.
		this.body.exceptionHandler((ended) -> {
		});
		this.body.request().reset();
	}

}
