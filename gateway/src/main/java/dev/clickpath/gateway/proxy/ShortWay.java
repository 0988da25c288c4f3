package dev.clickpath.gateway.proxy;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.event.RefreshRoutesResultEvent;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Takes requests to the storefronts without asking for the way while there is only one.
 * Where further routes are configured, Spring Cloud Gateway looks for the right one and
 * leads through its filters.
 */
class ShortWay implements WebFilter, Ordered {

	private final LoadBalancer balancer;

	private final RouteLocator routes;

	private final ApplicationContext shop;

	private volatile boolean open;

	/**
	 * @param shop whose requests these are; the management port has a context of its own,
	 * and the same filters
	 */
	ShortWay(LoadBalancer balancer, RouteLocator routes, ApplicationContext shop) {
		this.balancer = balancer;
		this.routes = routes;
		this.shop = shop;
	}

	/** Behind everything else. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@EventListener(RefreshRoutesResultEvent.class)
	void look() {
		Disposable _ = this.routes.getRoutes()
			.map(Route::getId)
			.collectList()
			.subscribe((ids) -> this.open = ids.size() == 1 && ids.contains(ProxyConfiguration.STOREFRONT));
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		boolean ours = this.open && this.shop.equals(exchange.getApplicationContext())
				&& !WebSocketFilter.isWanted(exchange);
		return ours ? this.balancer.answer(exchange) : chain.filter(exchange);
	}

}
