package dev.clickpath.gateway.hints;

import dev.clickpath.gateway.gate.Gate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class HintConfiguration {

	@Bean
	@Order(40)
	Gate earlyHintsGate(HintProperties properties) {
		return properties.enabled() ? new EarlyHintsGate() : Gate.OPEN;
	}

}
