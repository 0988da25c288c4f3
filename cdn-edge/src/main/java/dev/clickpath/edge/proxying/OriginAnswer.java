package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.edge.caching.EndToEnd;
import dev.clickpath.edge.caching.FieldList;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/**
 * The head of the origin's answer, with the body still to come.
 *
 * @param status the status code
 * @param fields all its fields
 * @param body the body, paused
 * @param asked when the request was sent
 * @param received when this head arrived
 * @param sent when the request was sent, of {@link System#nanoTime()}
 * @param took the time between, measured
 * @param broken what broke the body off while nobody was reading it yet
 */
record OriginAnswer(int status, FieldList fields, HttpClientResponse body, Instant asked, Instant received, long sent,
		Duration took, AtomicReference<@Nullable Throwable> broken) {

	private static final int MOST_DIGITS = 18;

	/**
	 * Remembers from now on that the body broke off, until somebody reads it: who comes
	 * to read it later would wait for ever.
	 */
	void watch() {
		this.body.exceptionHandler(this.broken::set);
	}

	/**
	 * The length the origin announced, or -1.
	 */
	long announcedLength() {
		String length = this.fields.first("Content-Length");
		boolean readable = length != null && !length.isEmpty() && length.length() <= MOST_DIGITS
				&& length.chars().allMatch((c) -> c >= '0' && c <= '9');
		return readable ? Long.parseLong(length) : -1;
	}

	/**
	 * Whether a body that ends too early can be told from a whole one.
	 */
	boolean isDelimited() {
		return this.fields.has("Content-Length") || this.fields.has("Transfer-Encoding") || this.status == 204
				|| this.status == 304;
	}

	/**
	 * What came after the body, once that has been read to its end.
	 */
	List<FieldList.Field> trailers() {
		return EndToEnd.of(ForwardedFields.toList(this.body.trailers())).lines();
	}

	/**
	 * Wants no more of it.
	 */
	void cancel() {
		this.body.request().reset();
	}

	/**
	 * Wants no more of it, but the connection back: what is left is nothing or little.
	 */
	void drain() {
		this.body.resume();
	}

}
