package dev.clickpath.gateway.discovery;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.UpstreamPool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiscoveryConfiguration {

	/**
	 * Decided at the start, not by a condition, which Spring's AOT would decide when it
	 * builds.
	 */
	@Bean
	Discovery discovery(UpstreamPool pool, PoolLog log, DiscoveryProperties properties) {
		HostAndPort dns = properties.discovery().dns();
		Source source = (dns != null) ? new Named(dns, NameLookup.SYSTEM) : new Listed(properties.storefronts());
		return new Discovery(pool, log, source, properties.discovery().interval());
	}

}
