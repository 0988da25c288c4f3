package dev.clickpath.gateway.limits;

import java.util.Map;

import dev.clickpath.gateway.clients.Network;
import dev.clickpath.gateway.gate.Gate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

	@Bean
	@Order(30)
	Gate limitGate(LimitProperties properties, MeterRegistry meters) {
		if (!properties.enabled()) {
			return Gate.OPEN;
		}
		RateLimits addresses = limits(properties, properties.pages(), properties.search(), properties.signIn());
		RateLimits visitors = limits(properties, properties.visitorPages(), properties.visitorSearch(),
				properties.visitorSignIn());
		Gauge.builder("clickpath.limits.tracked", addresses, RateLimits::tracked).tag("by", "address").register(meters);
		Gauge.builder("clickpath.limits.tracked", visitors, RateLimits::tracked).tag("by", "visitor").register(meters);
		return new LimitGate(addresses, visitors, properties.loopback(),
				properties.exempt().stream().map(Network::parse).toList());
	}

	private static RateLimits limits(LimitProperties properties, int pages, int search, int signIn) {
		return new RateLimits(Map.of(Route.PAGE, new Policy(pages, properties.window()), Route.SEARCH,
				new Policy(search, properties.window()), Route.SIGN_IN, new Policy(signIn, properties.window())),
				properties.tracked(), System::nanoTime);
	}

}
