package dev.clickpath.gateway.health;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.UpstreamPool;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthCheckConfiguration {

	@Bean
	ActiveHealthChecks activeHealthChecks(UpstreamPool pool, HealthCheckProperties properties, PoolLog log,
			JsonMapper json) {
		return new ActiveHealthChecks(pool, properties, log, json);
	}

}
