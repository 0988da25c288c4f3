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
		Flux<DataBuffer> body = (coding != null) ? encode(pieces, coding, flush, response.bufferFactory()) : pieces;
		return flush ? response.writeAndFlushWith(body.map(Mono::just)) : response.writeWith(body);
	}

	/** To a question for the head alone there is nothing to encode. */
	private @Nullable Coding choose(ServerWebExchange exchange) {
		Coding coding = Negotiation.settle(exchange.getRequest(), exchange.getResponse(), this.available);
		return HttpMethod.HEAD.equals(exchange.getRequest().getMethod()) ? null : coding;
	}

	private static Flux<DataBuffer> encode(Flux<DataBuffer> body, Coding coding, boolean flush,
			DataBufferFactory buffers) {
		return Flux.using(() -> new Encoder(coding, buffers), (encoder) -> body.<DataBuffer>handle((piece, sink) -> {
			DataBuffer encoded = encoder.encode(piece, flush);
			if (encoded.readableByteCount() > 0) {
				sink.next(encoded);
			}
			else {
				DataBufferUtils.release(encoded);
			}
		}).concatWith(Mono.fromSupplier(encoder::end)), Encoder::close);
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
