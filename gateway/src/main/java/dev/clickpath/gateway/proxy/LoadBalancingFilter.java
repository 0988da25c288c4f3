package dev.clickpath.gateway.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.netty.handler.timeout.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
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
			boolean last = tried.size() == this.pool.upstreams().size();
			return this.client
				.exchange(exchange, choice.upstream(), (answer) -> relay(answer, exchange, choice, last, start))
				.doFinally((signal) -> choice.upstream().release())
				.onErrorResume((error) -> recover(error, exchange, choice.upstream(), tried, start));
		});
	}

	private Mono<Void> relay(UpstreamAnswer answer, ServerWebExchange exchange, Choice choice, boolean last,
			long start) {
		if (answer.isWorthAnotherTry() && isSafe(exchange) && !last) {
			answer.connection().dispose();
			return Mono.error(new UpstreamRefusedException(answer.status()));
		}
		ServerTiming timing = new ServerTiming();
		timing.add(new ServerTiming.Entry("gateway", Duration.ofNanos(System.nanoTime() - start),
				choice.upstream() + ": " + choice.reason()));
		return AnswerRelay.relay(answer, exchange.getResponse(), timing);
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
