package dev.clickpath.gateway.proxy;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.telling.UpstreamMetrics;
import dev.clickpath.gateway.upstream.RetryBudget;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.cloud.gateway.filter.WebsocketRoutingFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every path goes to the storefronts.
 */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

	@Bean
	RouteLocator routes(RouteLocatorBuilder builder) {
		return builder.routes().route("storefront", route -> route.path("/**").uri("lb://storefront")).build();
	}

	@Bean
	RetryBudget retryBudget(ProxyProperties properties) {
		return new RetryBudget(properties.retry().budget(), properties.retry().floor());
	}

	@Bean
	UpstreamClient upstreamClient(ProxyProperties properties, ObservationRegistry observations,
			UpstreamMetrics metrics) {
		return new UpstreamClient(properties, new TryWatch(observations, metrics));
	}

	@Bean
	LoadBalancingFilter loadBalancingFilter(UpstreamPool storefronts, UpstreamClient client, RetryBudget budget,
			PoolLog log, ProxyProperties properties) {
		return new LoadBalancingFilter(
				new Means(storefronts, client, budget, new Hedging(properties.hedging()), log, properties));
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
