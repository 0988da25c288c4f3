package dev.clickpath.edge.proxying;

import java.util.function.Consumer;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.FieldList;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the origin gets it.
 *
 * @param method the method
 * @param address what it is for
 * @param fields its fields, but for the host
 * @param body the body, or null when there is none
 * @param interim who gets interim answers, or null
 */
record OriginRequest(HttpMethod method, CacheKey address, FieldList fields, @Nullable ReadStream<Buffer> body,
		@Nullable Consumer<Interim> interim) {

	/**
	 * Whether it may be sent once more when a connection turns out dead (RFC 9110,
	 * section 9.2.2).
	 */
	boolean isRepeatable() {
		return this.body == null && (this.method.equals(HttpMethod.GET) || this.method.equals(HttpMethod.HEAD)
				|| this.method.equals(HttpMethod.OPTIONS));
	}

}
