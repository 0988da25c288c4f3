package dev.clickpath.storefront.money;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the exchange with its rates.
 */
@Configuration(proxyBeanMethods = false)
class MoneyConfiguration {

	@Bean
	Exchange exchange(ExchangeProperties properties) {
		return new Exchange(properties.rates());
	}

}
