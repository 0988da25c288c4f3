package dev.clickpath.gateway.proxy;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers {@code lb://} routes. It stands in for Spring Cloud Gateway's own
 * load-balancing, routing and writing filters, which cost half of a request's CPU and
 * cannot tell the next try of the last.
 */
class LoadBalancingFilter implements GlobalFilter, Ordered {

	private final LoadBalancer balancer;

	LoadBalancingFilter(LoadBalancer balancer) {
		this.balancer = balancer;
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return "lb".equals(route.getUri().getScheme()) ? this.balancer.answer(exchange) : chain.filter(exchange);
	}

}
