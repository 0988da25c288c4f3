package dev.clickpath.edge.proxying;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Ends answers that have no body and therefore no length either (RFC 9110, section 8.6).
 */
final class BodilessAnswers {

	private BodilessAnswers() {
	}

	static void end(HttpServerResponse response) {
		response.headersEndHandler((nothing) -> response.headers().remove(HttpHeaders.CONTENT_LENGTH));
		response.end();
	}

}
