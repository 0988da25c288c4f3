package dev.clickpath.gateway.discovery;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.UpstreamPool;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiscoveryConfiguration {

	private static final String BY_NAME = "clickpath.gateway.discovery.dns";

	@Bean
	@ConditionalOnProperty(name = BY_NAME, matchIfMissing = true, havingValue = "none")
	StaticDiscovery staticDiscovery(UpstreamPool pool, PoolLog log, DiscoveryProperties properties) {
		return new StaticDiscovery(pool, log, properties.storefronts());
	}

	@Bean
	@ConditionalOnProperty(BY_NAME)
	DnsDiscovery dnsDiscovery(UpstreamPool pool, PoolLog log, DiscoveryProperties properties) {
		HostAndPort service = properties.discovery().dns();
		if (service == null) {
			throw new IllegalStateException(BY_NAME + " is empty");
		}
		return new DnsDiscovery(pool, log, service, properties.discovery().interval(), NameLookup.SYSTEM);
	}

}
