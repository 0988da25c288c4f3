package dev.clickpath.gateway.listening;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway listens with TLS; without a certificate it does not. The files make up
 * the SSL bundle {@code gateway} (application.yaml), which Spring Boot watches.
 *
 * @param certificate the PEM file with the certificate and those that lead to its
 * authority, or empty
 * @param privateKey the PEM file with the certificate's private key, or empty
 * @param port the port; 0 for any that is free
 * @param http3 whether HTTP/3 is spoken there, too, over UDP, where QUIC can be loaded
 * @param strictTransport how long browsers are to come with TLS only (RFC 6797); zero
 * says nothing of it. On localhost it would bind every other program of the machine, too
 */
@Validated
@ConfigurationProperties("clickpath.gateway.tls")
record TlsProperties(@DefaultValue("") @NotNull String certificate, @DefaultValue("") @NotNull String privateKey,
		@DefaultValue("8443") int port, @DefaultValue("true") boolean http3,
		@DefaultValue("0s") @NotNull Duration strictTransport) {

	/** The name of the SSL bundle. */
	static final String BUNDLE = "gateway";

	TlsProperties {
		Assert.isTrue(certificate.isEmpty() == privateKey.isEmpty(),
				"clickpath.gateway.tls.certificate and clickpath.gateway.tls.private-key belong together: set both or none");
	}

	boolean isWanted() {
		return !this.certificate.isEmpty();
	}

}
