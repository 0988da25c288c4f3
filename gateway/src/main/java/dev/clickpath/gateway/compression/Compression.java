package dev.clickpath.gateway.compression;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.util.Native;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Compresses answers. Netty's own compressor does not tell caches that it does, keeps
 * strong tags, and has no say in quality.
 */
@Component
public final class Compression {

	private static final Logger logger = LoggerFactory.getLogger(Compression.class);

	private final Set<Coding> available = available();

	/**
	 * Writes an answer that is here as a whole.
	 */
	public Mono<Void> write(ServerWebExchange exchange, DataBuffer body) {
		Coding coding = choose(exchange);
		ServerHttpResponse response = exchange.getResponse();
		if (coding == null) {
			return response.writeWith(Mono.just(body));
		}
		try (Encoder encoder = new Encoder(coding, response.bufferFactory())) {
			return response.writeWith(Mono.just(encoder.encode(body)));
		}
	}

	/**
	 * Writes an answer as it comes.
	 * @param flush whether what has come is to reach the client at once
	 */
	public Mono<Void> write(ServerWebExchange exchange, Flux<DataBuffer> pieces, boolean flush) {
		Coding coding = choose(exchange);
		ServerHttpResponse response = exchange.getResponse();
		Flux<DataBuffer> encoded = (coding != null) ? encode(pieces, coding, flush, response.bufferFactory()) : pieces;
		// Spring lets go of a body only once it is being written, and not where that
		// could not begin because the client had just gone.
		Sinks.Empty<Void> over = Sinks.empty();
		Flux<DataBuffer> body = encoded.takeUntilOther(over.asMono())
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
		if (!flush) {
			return response.writeWith(body).doFinally((signal) -> over.tryEmitEmpty());
		}
		HeldPieces held = new HeldPieces();
		return response.writeAndFlushWith(held.of(body)).doFinally((signal) -> {
			over.tryEmitEmpty();
			held.giveBack();
		});
	}

	/** To a question for the head alone there is nothing to encode. */
	private @Nullable Coding choose(ServerWebExchange exchange) {
		Coding coding = Negotiation.settle(exchange.getRequest(), exchange.getResponse(), this.available);
		return HttpMethod.HEAD.equals(exchange.getRequest().getMethod()) ? null : coding;
	}

	private static Flux<DataBuffer> encode(Flux<DataBuffer> body, Coding coding, boolean flush,
			DataBufferFactory buffers) {
		return Flux.using(() -> new Encoder(coding, buffers),
				(encoder) -> body.<DataBuffer>handle((piece, sink) -> encode(piece, encoder, flush, sink))
					.concatWith(Mono.defer(() -> encoder.isClosed() ? Mono.empty() : Mono.just(encoder.end()))),
				Encoder::close);
	}

	private static void encode(DataBuffer piece, Encoder encoder, boolean flush, SynchronousSink<DataBuffer> sink) {
		if (encoder.isClosed()) {
			// It was on its way when the client went.
			DataBufferUtils.release(piece);
			return;
		}
		DataBuffer encoded = encoder.encode(piece, flush);
		if (encoded.readableByteCount() > 0) {
			sink.next(encoded);
		}
		else {
			DataBufferUtils.release(encoded);
		}
	}

	private static Set<Coding> available() {
		Set<Coding> available = EnumSet.of(Coding.GZIP);
		if (loads("Brotli", Brotli4jLoader::ensureAvailability)) {
			available.add(Coding.BROTLI);
		}
		if (loads("Zstandard", Native::load)) {
			available.add(Coding.ZSTANDARD);
		}
		return Collections.unmodifiableSet(available);
	}

	private static boolean loads(String name, Runnable load) {
		try {
			load.run();
			return true;
		}
		catch (LinkageError | RuntimeException ex) {
			logger.warn("{} is not offered: its native library does not load here ({})", name, ex.getMessage());
			return false;
		}
	}

}
