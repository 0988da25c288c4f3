package dev.clickpath.edge.tls;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the edge listens with TLS; without a certificate it does not.
 *
 * @param certificate the PEM file with the certificate and those that lead to its
 * authority
 * @param privateKey the PEM file with the certificate's private key
 * @param port the port; 0 for any that is free
 * @param http3 whether HTTP/3 is spoken, too, over UDP on the port of the same number
 * @param reload how often it is looked whether the files have changed
 */
@ConfigurationProperties("clickpath.edge.tls")
public record TlsProperties(@Nullable Path certificate, @Nullable Path privateKey, @DefaultValue("8453") int port,
		@DefaultValue("true") boolean http3, @DefaultValue("2s") Duration reload) {

	public TlsProperties {
		Assert.isTrue((certificate == null) == (privateKey == null),
				"clickpath.edge.tls.certificate and clickpath.edge.tls.private-key belong together: set both or none");
		Assert.isTrue(reload.isPositive(), "clickpath.edge.tls.reload must be positive");
	}

	/**
	 * No TLS.
	 */
	public static TlsProperties none() {
		return new TlsProperties(null, null, 0, false, Duration.ofSeconds(2));
	}

	/**
	 * The files, or null when there is to be no TLS.
	 */
	public @Nullable IdentityFiles files() {
		return (this.certificate != null && this.privateKey != null)
				? new IdentityFiles(this.certificate, this.privateKey) : null;
	}

}
