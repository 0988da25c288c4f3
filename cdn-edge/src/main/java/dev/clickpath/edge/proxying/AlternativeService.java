package dev.clickpath.edge.proxying;

import io.netty.util.AsciiString;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients that came another way that HTTP/3 is spoken, too, while it is (RFC 7838,
 * section 3).
 */
final class AlternativeService {

	static final String FIELD = "Alt-Svc";

	private static final CharSequence NAME = HttpHeaders.createOptimized(FIELD);

	private static final int GOOD_FOR_SECONDS = 86_400;

	private volatile @Nullable CharSequence value;

	void offer(int port) {
		this.value = new AsciiString("h3=\":" + port + "\"; ma=" + GOOD_FOR_SECONDS);
	}

	void withdraw() {
		this.value = null;
	}

	/**
	 * Says it in an answer that has not begun.
	 */
	void tell(HttpServerResponse response) {
		CharSequence current = this.value;
		if (current != null) {
			response.headers().add(NAME, current);
		}
	}

}
