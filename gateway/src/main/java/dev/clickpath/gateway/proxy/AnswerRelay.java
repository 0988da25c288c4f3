package dev.clickpath.gateway.proxy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.answer.SecurityHeaders;
import dev.clickpath.gateway.compression.Compression;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Passes an upstream's answer on to the client.
 */
final class AnswerRelay {

	/** Where the gateway can be asked as well is for the gateway to say (RFC 7838). */
	private static final String ALT_SVC = "alt-svc";

	/** Is read and written anew. */
	private static final String SERVER_TIMING = "server-timing";

	private final ServerWebExchange exchange;

	private final Compression compression;

	private final Supplier<@Nullable String> timing;

	/**
	 * @param timing tells the way to the answer, what the upstream told of it included;
	 * null when nothing is to be told
	 */
	AnswerRelay(ServerWebExchange exchange, Compression compression, Supplier<@Nullable String> timing) {
		this.exchange = exchange;
		this.compression = compression;
		this.timing = timing;
	}

	/**
	 * @param answer its head
	 * @param body all of its body
	 */
	Mono<Void> whole(UpstreamAnswer answer, ByteBuf body) {
		try {
			copyHead(answer);
			return this.compression.write(this.exchange, buffers().wrap(body));
		}
		catch (RuntimeException ex) {
			body.release();
			throw ex;
		}
	}

	/**
	 * Passes on each piece as it comes, so that the head of a page is there before its
	 * end is made.
	 * @param answer its head
	 * @param body its body, or what stands in for it
	 */
	Mono<Void> pieces(UpstreamAnswer answer, Flux<ByteBuf> body) {
		copyHead(answer);
		return this.compression.write(this.exchange, body.map(buffers()::wrap), !answer.hasKnownLength());
	}

	private NettyDataBufferFactory buffers() {
		return (NettyDataBufferFactory) this.exchange.getResponse().bufferFactory();
	}

	private void copyHead(UpstreamAnswer answer) {
		ServerHttpResponse response = this.exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		copyHeaders(answer, response.getHeaders());
		SecurityHeaders.addTo(response.getHeaders());
		String told = this.timing.get();
		if (told != null) {
			response.getHeaders().set(ServerTiming.HEADER, told);
		}
	}

	private static void copyHeaders(UpstreamAnswer answer, HttpHeaders target) {
		Set<String> hopByHop = HopByHop.fieldsOf(answer.headers());
		for (Map.Entry<String, String> field : answer.headers()) {
			String name = field.getKey().toLowerCase(Locale.ROOT);
			if (!hopByHop.contains(name) && !name.equals(ALT_SVC) && !name.equals(SERVER_TIMING)) {
				target.add(field.getKey(), field.getValue());
			}
		}
	}

}
