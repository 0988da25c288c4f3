package dev.clickpath.gateway.proxy;

import java.math.BigInteger;
import java.util.List;

import dev.clickpath.gateway.answer.Allow;
import dev.clickpath.gateway.answer.SecurityHeaders;
import dev.clickpath.gateway.gate.Gate;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts the hops that an {@code OPTIONS} may still make (RFC 9110, section 7.6.2), and
 * answers one that may make no more. A {@code TRACE} is not passed on at all.
 */
final class MaxForwards implements Gate {

	/** More than there are hops anywhere. */
	private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

	@Override
	public @Nullable Mono<Void> stop(ServerWebExchange exchange) {
		BigInteger left = left(UpstreamClient.nativeRequest(exchange));
		if (left == null || left.signum() > 0) {
			return null;
		}
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.NO_CONTENT);
		response.getHeaders().set(Allow.NAME, Allow.VALUE);
		SecurityHeaders.addTo(response.getHeaders());
		return response.setComplete();
	}

	/**
	 * Takes one off for the next hop.
	 * @param headers what the next hop gets
	 */
	static void countDown(HttpServerRequest request, HttpHeaders headers) {
		BigInteger left = left(request);
		if (left != null) {
			headers.set(HttpHeaderNames.MAX_FORWARDS, left.subtract(BigInteger.ONE).min(MOST).toString());
		}
	}

	/** Null where nothing counts; a value that is no number says nothing. */
	private static @Nullable BigInteger left(HttpServerRequest request) {
		if (!HttpMethod.OPTIONS.equals(request.method())) {
			return null;
		}
		List<String> lines = request.requestHeaders().getAll(HttpHeaderNames.MAX_FORWARDS);
		boolean number = lines.size() == 1 && !lines.getFirst().isEmpty()
				&& lines.getFirst().chars().allMatch((c) -> c >= '0' && c <= '9');
		return number ? new BigInteger(lines.getFirst()) : null;
	}

}
