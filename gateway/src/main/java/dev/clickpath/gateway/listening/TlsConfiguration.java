package dev.clickpath.gateway.listening;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.HttpHandler;

@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

	/** Before Spring Boot registers the bundle. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	IdentityCheck identityCheck(TlsProperties properties) {
		return new IdentityCheck(properties);
	}

	/**
	 * Always there, since beans may have been worked out at build time; it only listens
	 * when there is a certificate.
	 */
	@Bean
	SecureListener secureListener(Entrance entrance, HttpHandler handler, SslBundles bundles, ServerProperties server,
			TlsProperties properties) {
		return new SecureListener(entrance, handler, bundles, server.getAddress(), properties);
	}

}
