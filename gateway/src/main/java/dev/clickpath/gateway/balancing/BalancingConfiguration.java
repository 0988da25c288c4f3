package dev.clickpath.gateway.balancing;

import java.util.concurrent.ThreadLocalRandom;

import dev.clickpath.gateway.upstream.UpstreamPool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BalancingConfiguration {

	@Bean
	UpstreamPool storefronts(BalancingProperties properties) {
		return new UpstreamPool(properties.rules(), System::nanoTime, ThreadLocalRandom::current);
	}

}
