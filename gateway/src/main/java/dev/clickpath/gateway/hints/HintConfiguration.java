package dev.clickpath.gateway.hints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;

@Configuration(proxyBeanMethods = false)
class HintConfiguration {

	@Bean
	WebFilter earlyHintsFilter(HintProperties properties) {
		return properties.enabled() ? new EarlyHintsFilter() : (exchange, chain) -> chain.filter(exchange);
	}

}
