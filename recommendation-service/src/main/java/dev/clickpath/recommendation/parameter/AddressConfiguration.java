package dev.clickpath.recommendation.parameter;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets any id stand in an address: Tomcat refuses encoded slashes and backslashes unless
 * it is told to leave them as they are. Spring decodes each step of a path by itself, so
 * they stay within their id.
 */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

	private static final String AS_IT_IS = EncodedSolidusHandling.PASS_THROUGH.getValue();

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> encodedSlashes() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> {
			connector.setEncodedSolidusHandling(AS_IT_IS);
			connector.setEncodedReverseSolidusHandling(AS_IT_IS);
		});
	}

}
