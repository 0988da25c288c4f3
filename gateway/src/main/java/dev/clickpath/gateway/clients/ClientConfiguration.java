package dev.clickpath.gateway.clients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	@Bean
	ClientFilter clientFilter(ClientProperties properties) {
		return new ClientFilter(new TrustedProxies(properties.trustedProxies()));
	}

}
