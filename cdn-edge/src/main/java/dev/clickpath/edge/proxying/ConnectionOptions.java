package dev.clickpath.edge.proxying;

import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Reads {@code Connection} as the list that it is (RFC 9110, section 7.6.1), for Vert.x,
 * which compares the whole line.
 */
final class ConnectionOptions {

	private ConnectionOptions() {
	}

	/**
	 * Gives {@code close} a line of its own, the first, where it stands among others.
	 */
	static void setCloseApart(HttpHeaders headers) {
		if (headers.contains(HttpHeaderNames.CONNECTION)
				&& headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
			List<String> lines = headers.getAll(HttpHeaderNames.CONNECTION);
			headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
			headers.add(HttpHeaderNames.CONNECTION, lines);
		}
	}

}
