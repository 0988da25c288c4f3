package dev.clickpath.gateway.proxy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.answer.SecurityHeaders;
import dev.clickpath.gateway.compression.Compression;
import io.netty.buffer.ByteBuf;
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

	private final ServerWebExchange exchange;

	private final Compression compression;

	AnswerRelay(ServerWebExchange exchange, Compression compression) {
		this.exchange = exchange;
		this.compression = compression;
	}

	/**
	 * @param answer its head
	 * @param body all of its body
	 * @param timing what the gateway tells of itself, put before what the upstream told
	 */
	Mono<Void> whole(UpstreamAnswer answer, ByteBuf body, ServerTiming timing) {
		try {
			copyHead(answer, timing);
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
	 * @param timing what the gateway tells of itself, put before what the upstream told
	 */
	Mono<Void> pieces(UpstreamAnswer answer, Flux<ByteBuf> body, ServerTiming timing) {
		copyHead(answer, timing);
		return this.compression.write(this.exchange, body.map(buffers()::wrap), !answer.hasKnownLength());
	}

	private NettyDataBufferFactory buffers() {
		return (NettyDataBufferFactory) this.exchange.getResponse().bufferFactory();
	}

	private void copyHead(UpstreamAnswer answer, ServerTiming timing) {
		ServerHttpResponse response = this.exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		copyHeaders(answer, response.getHeaders());
		SecurityHeaders.addTo(response.getHeaders());
		String told = answer.headers().get(ServerTiming.HEADER);
		response.getHeaders()
			.set(ServerTiming.HEADER, (told != null) ? timing.headerValue() + ", " + told : timing.headerValue());
	}

	private static void copyHeaders(UpstreamAnswer answer, HttpHeaders target) {
		Set<String> hopByHop = HopByHop.fieldsOf(answer.headers());
		for (Map.Entry<String, String> field : answer.headers()) {
			String name = field.getKey().toLowerCase(Locale.ROOT);
			if (!hopByHop.contains(name) && !name.equals(ALT_SVC)) {
				target.add(field.getKey(), field.getValue());
			}
		}
	}

}
