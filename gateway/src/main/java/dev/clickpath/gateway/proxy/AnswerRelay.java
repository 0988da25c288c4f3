package dev.clickpath.gateway.proxy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.answer.SecurityHeaders;
import io.netty.buffer.ByteBuf;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Passes an upstream's answer on to the client, each piece as it comes, so that the head
 * of a page is there before its end is made.
 */
final class AnswerRelay {

	private AnswerRelay() {
	}

	/**
	 * @param body all of the answer's body
	 * @param timing what the gateway tells of itself, put before what the upstream told
	 */
	static Mono<Void> relayWhole(UpstreamAnswer answer, ByteBuf body, ServerHttpResponse response,
			ServerTiming timing) {
		copyHead(answer, response, timing);
		return response.writeWith(Mono.just(buffers(response).wrap(body)));
	}

	/**
	 * @param body the answer's body, or what stands in for it
	 * @param timing what the gateway tells of itself, put before what the upstream told
	 */
	static Mono<Void> relayPieces(UpstreamAnswer answer, Flux<ByteBuf> body, ServerHttpResponse response,
			ServerTiming timing) {
		copyHead(answer, response, timing);
		Flux<DataBuffer> pieces = body.map(buffers(response)::wrap);
		return answer.hasKnownLength() ? response.writeWith(pieces)
				: response.writeAndFlushWith(pieces.map(Mono::just));
	}

	private static NettyDataBufferFactory buffers(ServerHttpResponse response) {
		return (NettyDataBufferFactory) response.bufferFactory();
	}

	private static void copyHead(UpstreamAnswer answer, ServerHttpResponse response, ServerTiming timing) {
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
			if (!hopByHop.contains(field.getKey().toLowerCase(Locale.ROOT))) {
				target.add(field.getKey(), field.getValue());
			}
		}
	}

}
