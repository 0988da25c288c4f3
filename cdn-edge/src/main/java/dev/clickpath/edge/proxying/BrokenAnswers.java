package dev.clickpath.edge.proxying;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * Breaks answers off so that nobody takes what has come of them for the whole.
 */
final class BrokenAnswers {

	/** RFC 9113, section 7. */
	private static final long NO_ERROR = 0;

	private static final long INTERNAL_ERROR = 2;

	private BrokenAnswers() {
	}

	/**
	 * Ends the one stream of HTTP/2; HTTP/1.1 can only end the connection.
	 */
	static void breakOff(HttpServerRequest request) {
		if (isMultiplexed(request)) {
			request.response().reset(INTERNAL_ERROR);
		}
		else {
			request.connection().close();
		}
	}

	/**
	 * Takes nothing more of a request whose answer is complete (RFC 9113, section 8.1).
	 */
	static void takeNoMore(HttpServerRequest request) {
		if (isMultiplexed(request)) {
			request.response().reset(NO_ERROR);
		}
		else {
			request.connection().close();
		}
	}

	/**
	 * Whether the connection carries other requests beside this one.
	 */
	static boolean isMultiplexed(HttpServerRequest request) {
		return request.version() == HttpVersion.HTTP_2 || request.version() == HttpVersion.HTTP_3;
	}

}
