package dev.clickpath.gateway.proxy;

import dev.clickpath.defaults.timing.TellingProperties;
import dev.clickpath.gateway.compression.Compression;
import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.telling.UpstreamMetrics;
import dev.clickpath.gateway.upstream.RetryBudget;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.cloud.gateway.filter.WebsocketRoutingFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Every path goes to the storefronts.
 */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

	static final String STOREFRONT = "storefront";

	@Bean
	RouteLocator routes(RouteLocatorBuilder builder) {
		return builder.routes().route(STOREFRONT, route -> route.path("/**").uri("lb://storefront")).build();
	}

	@Bean
	RetryBudget retryBudget(ProxyProperties properties) {
		return new RetryBudget(properties.retry().budget(), properties.retry().floor());
	}

	@Bean
	UpstreamClient upstreamClient(ProxyProperties properties, ObservationRegistry observations, UpstreamMetrics metrics,
			MeterRegistry meters) {
		UpstreamClient client = new UpstreamClient(properties, new TryWatch(observations, metrics));
		Gauge.builder("clickpath.upstream.connections", client, UpstreamClient::connections)
			.description("connections to upstreams, in use or kept")
			.register(meters);
		return client;
	}

	@Bean
	LoadBalancer loadBalancer(UpstreamPool storefronts, UpstreamClient client, RetryBudget budget,
			Compression compression, PoolLog log, ProxyProperties properties, TellingProperties telling) {
		return new LoadBalancer(new Means(storefronts, client, budget, new Hedging(properties.hedging()), compression,
				new Backlog(properties.backlog().toBytes()), log, properties,
				telling.enabled() ? telling.characters() : 0));
	}

	@Bean
	@Order(40)
	MaxForwards maxForwards() {
		return new MaxForwards();
	}

	@Bean
	LoadBalancingFilter loadBalancingFilter(LoadBalancer balancer) {
		return new LoadBalancingFilter(balancer);
	}

	@Bean
	ShortWay shortWay(LoadBalancer balancer, RouteLocator routes, ApplicationContext shop) {
		return new ShortWay(balancer, routes, shop);
	}

	@Bean
	WebSocketFilter webSocketFilter(UpstreamPool storefronts, WebsocketRoutingFilter routing) {
		return new WebSocketFilter(storefronts, routing);
	}

	@Bean
	WebSocketFilter.Headers webSocketHeaders() {
		return new WebSocketFilter.Headers();
	}

}
