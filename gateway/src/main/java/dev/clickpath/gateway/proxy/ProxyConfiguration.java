package dev.clickpath.gateway.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
	UpstreamPool storefronts(ProxyProperties properties, MeterRegistry meters) {
		List<Upstream> upstreams = new ArrayList<>();
		for (int i = 0; i < properties.storefronts().size(); i++) {
			Upstream upstream = new Upstream("storefront-" + (i + 1), properties.storefronts().get(i));
			upstreams.add(upstream);
			Gauge.builder("clickpath.upstream.in.flight", upstream, Upstream::inFlight)
				.tag("upstream", upstream.name())
				.register(meters);
			Gauge.builder("clickpath.upstream.available", upstream, u -> u.isAvailable() ? 1 : 0)
				.tag("upstream", upstream.name())
				.register(meters);
		}
		return new UpstreamPool(upstreams, ThreadLocalRandom::current);
	}

	@Bean
	UpstreamClient upstreamClient(ProxyProperties properties, ObservationRegistry observations) {
		return new UpstreamClient(properties, observations);
	}

	@Bean
	LoadBalancingFilter loadBalancingFilter(UpstreamPool storefronts, UpstreamClient client) {
		return new LoadBalancingFilter(storefronts, client);
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
