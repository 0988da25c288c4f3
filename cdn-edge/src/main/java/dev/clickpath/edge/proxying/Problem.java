package dev.clickpath.edge.proxying;

import dev.clickpath.edge.caching.CacheStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * A failure of the edge itself, as a problem detail (RFC 9457).
 *
 * @param status the status code
 * @param title what is wrong, in one sentence
 * @param fatal whether the connection is not to be trusted any more
 */
record Problem(int status, String title, boolean fatal) {

	static Problem badRequest(String title) {
		return new Problem(400, title, true);
	}

	static Problem of(int status, String title) {
		return new Problem(status, title, false);
	}

	/**
	 * Answers a request with this problem, unless an answer has already begun.
	 */
	void answer(HttpServerRequest request) {
		HttpServerResponse response = request.response();
		if (response.headWritten() || response.closed()) {
			return;
		}
		Buffer body = new JsonObject().put("title", this.title).put("status", this.status).toBuffer();
		response.setStatusCode(this.status)
			.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
			.putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
			.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
		if (!response.headers().contains(CacheStatus.FIELD)) {
			response.putHeader(CacheStatus.FIELD, "clickpath-edge; detail=refused");
		}
		if (this.fatal && !BrokenAnswers.isMultiplexed(request)) {
			// Whatever follows on this connection could be part of what was refused.
			StrictRequestDecoder.stop(request.connection());
			response.putHeader(HttpHeaders.CONNECTION, "close");
		}
		boolean head = request.method().equals(HttpMethod.HEAD);
		Future<Void> written = head ? response.end() : response.end(body);
		if (this.fatal) {
			written.onComplete((done) -> BrokenAnswers.takeNoMore(request));
		}
	}

}
