package dev.clickpath.gateway.proxy;

import java.nio.ByteBuffer;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * What a request carries, and whether it can be sent more than once.
 */
sealed interface RequestBody {

	/** The body for one try; null when there is none. */
	@Nullable Flux<ByteBuf> send();

	/** Whether the request may be sent again though it may have been received. */
	boolean isRepeatable();

	/**
	 * Methods that change nothing (RFC 9110, section 9.2.1), the content of which has no
	 * meaning (section 9.3.1).
	 */
	Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	/** The client's promise that doing it twice is doing it once. */
	String IDEMPOTENCY_KEY = "Idempotency-Key";

	/** Whether it has been passed on and cannot be had a second time. */
	boolean isGone();

	/** Nothing, of a request that is safe. */
	record None() implements RequestBody {

		@Override
		public @Nullable Flux<ByteBuf> send() {
			return null;
		}

		@Override
		public boolean isRepeatable() {
			return true;
		}

		@Override
		public boolean isGone() {
			return false;
		}

	}

	/**
	 * All of it is here.
	 *
	 * @param bytes the body
	 * @param isRepeatable whether the client has promised so
	 */
	record Held(ByteBuffer bytes, boolean isRepeatable) implements RequestBody {

		@Override
		public Flux<ByteBuf> send() {
			return Flux.just(Unpooled.wrappedBuffer(this.bytes.duplicate()));
		}

		@Override
		public boolean isGone() {
			return false;
		}

	}

	/** Passed on as it comes. */
	final class Passing implements RequestBody {

		private final HttpServerRequest request;

		private volatile boolean gone;

		Passing(HttpServerRequest request) {
			this.request = request;
		}

		@Override
		public Flux<ByteBuf> send() {
			return Flux.defer(() -> {
				this.gone = true;
				return this.request.receive().retain();
			});
		}

		@Override
		public boolean isRepeatable() {
			return false;
		}

		@Override
		public boolean isGone() {
			return this.gone;
		}

	}

	/**
	 * The body of this request.
	 * @param holdable a body of known length is kept until it is sent if it is no longer
	 * than this many bytes
	 */
	static Mono<RequestBody> of(HttpServerRequest request, long holdable) {
		if (SAFE.contains(request.method())) {
			return Mono.just(new None());
		}
		if (length(request.requestHeaders()) > holdable) {
			return Mono.just(new Passing(request));
		}
		boolean promised = request.requestHeaders().contains(IDEMPOTENCY_KEY);
		return request.receive()
			.aggregate()
			.asByteArray()
			.defaultIfEmpty(new byte[0])
			.map((bytes) -> new Held(ByteBuffer.wrap(bytes), promised));
	}

	private static long length(HttpHeaders headers) {
		String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
		try {
			return (length != null) ? Long.parseLong(length) : Long.MAX_VALUE;
		}
		catch (NumberFormatException ex) {
			return Long.MAX_VALUE;
		}
	}

}
