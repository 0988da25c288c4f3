package dev.clickpath.gateway.health;

import dev.clickpath.gateway.upstream.UpstreamPool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthCheckConfiguration {

	@Bean
	ActiveHealthChecks activeHealthChecks(UpstreamPool pool, HealthCheckProperties properties) {
		return new ActiveHealthChecks(pool, properties);
	}

}
