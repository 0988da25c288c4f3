package dev.clickpath.gateway.clients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	@Bean
	@Order(10)
	ClientGate clientGate(ClientProperties properties) {
		return new ClientGate(new TrustedProxies(properties.trustedProxies()));
	}

}
