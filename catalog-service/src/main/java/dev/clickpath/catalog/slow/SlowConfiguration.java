package dev.clickpath.catalog.slow;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlowConfiguration {

	@Bean
	Delay delay() {
		return new Delay(InstantSource.system());
	}

	@Bean
	DelayEndpoint delayEndpoint(Delay delay) {
		return new DelayEndpoint(delay);
	}

	@Bean
	DelayFilter delayFilter(Delay delay) {
		return new DelayFilter(delay, Thread::sleep);
	}

}
