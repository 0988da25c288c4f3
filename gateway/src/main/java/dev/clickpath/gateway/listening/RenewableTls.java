package dev.clickpath.gateway.listening;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ssl.SslBundle;

/**
 * The TLS that is spoken, 1.3 and 1.2 with forward secrecy and authenticated encryption
 * only (RFC 9325, section 4.2), with the newest certificate.
 */
final class RenewableTls {

	private static final Logger logger = LoggerFactory.getLogger(RenewableTls.class);

	private static final List<String> SUITES = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
			"TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
			"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
			"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
			"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

	/** Browsers come back within hours or not at all. */
	private static final long SESSION_SECONDS = 4 * 60 * 60;

	private static final long SESSIONS = 20_000;

	private volatile reactor.netty.tcp.SslProvider current;

	RenewableTls(SslBundle bundle) {
		this.current = provider(bundle);
		logger.info("TLS is done by {}", OpenSsl.isAvailable() ? OpenSsl.versionString() : "the JDK");
	}

	/**
	 * For the connections that come from now on.
	 */
	reactor.netty.tcp.SslProvider current() {
		return this.current;
	}

	void renew(SslBundle bundle) {
		this.current = provider(bundle);
		logger.info("A new certificate is shown from now on");
	}

	private static reactor.netty.tcp.SslProvider provider(SslBundle bundle) {
		SslContext context = context(bundle);
		return reactor.netty.tcp.SslProvider.builder().sslContext(context).build();
	}

	private static SslContext context(SslBundle bundle) {
		try {
			SslContext context = SslContextBuilder.forServer(Pairs.check(bundle).getManagers().getKeyManagerFactory())
				.sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
				.protocols("TLSv1.3", "TLSv1.2")
				.ciphers(SUITES, (ciphers, defaults, supported) -> chosen(ciphers, supported))
				.applicationProtocolConfig(new ApplicationProtocolConfig(Protocol.ALPN,
						SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT,
						ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1))
				.sessionCacheSize(SESSIONS)
				.sessionTimeout(SESSION_SECONDS)
				.build();
			if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
				sessions.setSessionCacheEnabled(true);
			}
			return context;
		}
		catch (SSLException ex) {
			throw new IllegalStateException("The certificate cannot be used", ex);
		}
	}

	private static String[] chosen(Iterable<String> ciphers, Set<String> supported) {
		return StreamSupport.stream(ciphers.spliterator(), false).filter(supported::contains).toArray(String[]::new);
	}

}
