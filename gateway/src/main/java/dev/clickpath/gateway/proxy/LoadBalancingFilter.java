package dev.clickpath.gateway.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.timeout.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers {@code lb://} routes: chooses an upstream, passes the request on and the answer
 * back, and tries another upstream where nothing can be done twice by that. It stands in
 * for Spring Cloud Gateway's own load-balancing, routing and writing filters, which cost
 * half of a request's CPU and cannot tell the next try of the last.
 */
class LoadBalancingFilter implements GlobalFilter, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(LoadBalancingFilter.class);

	/** RFC 9110, section 9.2.1. */
	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	/** Pages are some 40 KB; so much of each answer on its way may lie in memory. */
	private static final int HELD = 256 * 1024;

	private final UpstreamPool pool;

	private final UpstreamClient client;

	LoadBalancingFilter(UpstreamPool pool, UpstreamClient client) {
		this.pool = pool;
		this.client = client;
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		if (!"lb".equals(route.getUri().getScheme())) {
			return chain.filter(exchange);
		}
		return tryNext(exchange, new LinkedHashSet<>(), System.nanoTime());
	}

	private Mono<Void> tryNext(ServerWebExchange exchange, Set<Upstream> tried, long start) {
		return Mono.defer(() -> {
			Choice choice = this.pool.choose(tried)
				.orElseThrow(() -> new GatewayFailure(HttpStatus.BAD_GATEWAY,
						"No storefront could answer; " + tried.size() + " were tried. Please try again."));
			tried.add(choice.upstream());
			return this.client
				.exchange(exchange, choice.upstream(), (answer) -> relay(answer, exchange, choice, tried, start))
				.then()
				.doFinally((signal) -> choice.upstream().release())
				.onErrorResume((error) -> recover(error, exchange, choice.upstream(), tried, start));
		});
	}

	/**
	 * An answer of known length is passed on once it is whole, so that an instance that
	 * dies while it speaks is not noticed; what is longer, or still being made, is passed
	 * on as it comes, and taken up by another instance where it broke off.
	 */
	private Mono<Void> relay(UpstreamAnswer answer, ServerWebExchange exchange, Choice choice, Set<Upstream> tried,
			long start) {
		boolean last = tried.size() == this.pool.upstreams().size();
		if (answer.isWorthAnotherTry() && isSafe(exchange) && !last) {
			answer.connection().dispose();
			return Mono.error(new UpstreamRefusedException(answer.status()));
		}
		ServerTiming timing = new ServerTiming();
		timing.add(new ServerTiming.Entry("gateway", Duration.ofNanos(System.nanoTime() - start),
				choice.upstream() + ": " + choice.reason()));
		ServerHttpResponse response = exchange.getResponse();
		if (!isSafe(exchange)) {
			return AnswerRelay.relay(answer, answer.body(), response, timing);
		}
		if (answer.isAtMost(HELD)) {
			return answer.wholeBody()
				.flatMap(
						(body) -> AnswerRelay.relay(answer, Flux.just(Unpooled.wrappedBuffer(body)), response, timing));
		}
		SentBody sent = new SentBody();
		return AnswerRelay.relay(answer,
				sent.noting(answer.body())
					.onErrorResume((error) -> takeUp(error, answer, sent, exchange, choice.upstream(), tried)),
				response, timing);
	}

	/**
	 * Has another instance make the page anew and goes on with it where the first one
	 * broke off, if it is the same page up to there.
	 */
	private Flux<ByteBuf> takeUp(Throwable error, UpstreamAnswer broken, SentBody sent, ServerWebExchange exchange,
			Upstream upstream, Set<Upstream> tried) {
		Optional<Choice> next = isUpstreamFailure(error) ? this.pool.choose(tried) : Optional.empty();
		if (next.isEmpty()) {
			return Flux.error(error);
		}
		Upstream other = next.get().upstream();
		tried.add(other);
		logger.info("{} {}: {} broke off after {} bytes ({}), {} takes it up", exchange.getRequest().getMethod(),
				exchange.getRequest().getPath(), upstream, sent.length(), error.toString(), other);
		return this.client.exchange(exchange, other, (again) -> {
			if (!again.isLike(broken)) {
				again.connection().dispose();
				return Flux.<ByteBuf>error(error);
			}
			return sent.noting(sent.restOf(again.body()));
		})
			.doFinally((signal) -> other.release())
			.onErrorResume((another) -> takeUp(another, broken, sent, exchange, other, tried));
	}

	private Mono<Void> recover(Throwable error, ServerWebExchange exchange, Upstream upstream, Set<Upstream> tried,
			long start) {
		boolean neverSent = error instanceof ConnectException;
		if (neverSent && upstream.observe(false)) {
			logger.info("{} refuses connections: it gets no new requests until a health check succeeds", upstream);
		}
		if (exchange.getResponse().isCommitted() || !isUpstreamFailure(error)) {
			return Mono.error(error);
		}
		if (!neverSent && !isSafe(exchange)) {
			return Mono.error(new GatewayFailure(
					(error instanceof TimeoutException) ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY,
					"The storefront did not answer. The request may have been carried out: look before you repeat it."));
		}
		logger.info("{} {}: {} failed ({}), trying another", exchange.getRequest().getMethod(),
				exchange.getRequest().getPath(), upstream, error.toString());
		return tryNext(exchange, tried, start);
	}

	private static boolean isUpstreamFailure(Throwable error) {
		return error instanceof IOException || error instanceof TimeoutException
				|| error instanceof UpstreamRefusedException;
	}

	private static boolean isSafe(ServerWebExchange exchange) {
		return SAFE.contains(exchange.getRequest().getMethod());
	}

	/** An instance said that it cannot answer now. */
	private static final class UpstreamRefusedException extends RuntimeException {

		UpstreamRefusedException(int status) {
			super("status " + status, null, false, false);
		}

	}

}
