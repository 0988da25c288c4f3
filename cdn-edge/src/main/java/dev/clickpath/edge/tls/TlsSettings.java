package dev.clickpath.edge.tls;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.handler.ssl.OpenSsl;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.net.ServerSSLOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS that is spoken: 1.3 and 1.2, only with suites that keep past conversations
 * secret and authenticate what they encrypt (RFC 9325, section 4.2).
 */
public final class TlsSettings {

	private static final Logger LOGGER = LoggerFactory.getLogger(TlsSettings.class);

	private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");

	private static final List<String> SUITES = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
			"TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
			"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
			"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
			"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

	private static final int HANDSHAKE_SECONDS = 10;

	private TlsSettings() {
	}

	/**
	 * Makes a server speak TLS, and HTTP/2 with those who can (RFC 7301).
	 */
	public static void apply(Identity identity, HttpServerOptions options) {
		options.setSsl(true)
			.setUseAlpn(true)
			.setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
			.setKeyCertOptions(identity.options())
			.setEnabledSecureTransportProtocols(PROTOCOLS)
			.setSslHandshakeTimeout(HANDSHAKE_SECONDS)
			.setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
			.setSslEngineOptions(engine());
		SUITES.forEach(options::addEnabledCipherSuite);
	}

	/**
	 * The same TLS with another identity.
	 */
	public static ServerSSLOptions renewed(HttpServerOptions options, Identity identity) {
		ServerSSLOptions renewed = options.getSslOptions().copy();
		renewed.setKeyCertOptions(identity.options());
		return renewed;
	}

	/**
	 * Says once what does the work: BoringSSL costs about half of what the JDK's TLS
	 * does.
	 */
	public static void tell() {
		if (OpenSsl.isAvailable()) {
			LOGGER.info("TLS is done by {}", OpenSsl.versionString());
		}
		else {
			LOGGER.info("TLS is done by the JDK: BoringSSL cannot be loaded here ({})",
					String.valueOf(OpenSsl.unavailabilityCause()));
		}
	}

	private static SSLEngineOptions engine() {
		return OpenSsl.isAvailable() ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions();
	}

}
