package dev.clickpath.gateway.connections;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The status and headers of an upstream's answer. Its body is still on the connection:
 * whoever is given the answer has to take it, in one of the two ways and once, or to
 * {@link #discard()} it.
 */
public final class Answer {

	private final int status;

	private final HttpHeaders headers;

	private final Incoming body;

	Answer(int status, HttpHeaders headers, Incoming body) {
		this.status = status;
		this.headers = headers;
		this.body = body;
	}

	public int status() {
		return this.status;
	}

	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * The body once all of it is here; it belongs to whoever gets it.
	 */
	public Mono<ByteBuf> whole() {
		return Mono.create((sink) -> this.body.takeWhole(sink));
	}

	/**
	 * The body, each piece as it comes and no more of them than are wanted; they belong
	 * to whoever gets them.
	 */
	public Flux<ByteBuf> pieces() {
		return Flux.<ByteBuf>create((sink) -> this.body.takePieces(sink))
			.doOnDiscard(ByteBuf.class, (piece) -> piece.release());
	}

	/**
	 * From here on the upstream may say nothing for as long as it likes.
	 */
	public void letItBeSilent() {
		this.body.letItBeSilent();
	}

	/**
	 * Nobody wants the body. The connection ends unless all of it is here.
	 */
	public void discard() {
		this.body.discard();
	}

}
