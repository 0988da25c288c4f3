package dev.clickpath.gateway.discovery;

import dev.clickpath.gateway.upstream.UpstreamPool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiscoveryConfiguration {

	@Bean
	StaticDiscovery staticDiscovery(UpstreamPool pool, DiscoveryProperties properties) {
		return new StaticDiscovery(pool, properties.storefronts());
	}

}
