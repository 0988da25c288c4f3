package dev.clickpath.edge.proxying;

import io.netty.handler.codec.http3.Http3ErrorCode;
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
	 * Ends the one stream of HTTP/2 or HTTP/3; HTTP/1.1 can only end the connection.
	 */
	static void breakOff(HttpServerRequest request) {
		end(request, INTERNAL_ERROR, Http3ErrorCode.H3_INTERNAL_ERROR);
	}

	/**
	 * Takes nothing more of a request whose answer is complete (RFC 9113, section 8.1;
	 * RFC 9114, section 4.1).
	 */
	static void takeNoMore(HttpServerRequest request) {
		end(request, NO_ERROR, Http3ErrorCode.H3_NO_ERROR);
	}

	private static void end(HttpServerRequest request, long http2, Http3ErrorCode http3) {
		switch (request.version()) {
			case HTTP_2 -> request.response().reset(http2);
			case HTTP_3 -> StrictRequestStream.giveUp(request, http3);
			case null, default -> request.connection().close();
		}
	}

	/**
	 * Whether the connection carries other requests beside this one.
	 */
	static boolean isMultiplexed(HttpServerRequest request) {
		return request.version() == HttpVersion.HTTP_2 || request.version() == HttpVersion.HTTP_3;
	}

}
