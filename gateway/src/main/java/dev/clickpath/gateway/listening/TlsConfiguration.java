package dev.clickpath.gateway.listening;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;

@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

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
