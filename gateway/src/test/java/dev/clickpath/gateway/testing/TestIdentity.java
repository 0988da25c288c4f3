package dev.clickpath.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * Certificates of an authority that exists for one test, in files.
 */
public final class TestIdentity {

	private final Path folder;

	private final X509Bundle authority;

	public TestIdentity() {
		try {
			this.folder = Files.createTempDirectory("gateway-tls");
			this.authority = new CertificateBuilder().subject("CN=test authority")
				.ecp256()
				.setIsCertificateAuthority(true)
				.buildSelfSigned();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		write(issue());
	}

	public X509Bundle issue() {
		try {
			return new CertificateBuilder().subject("CN=localhost")
				.ecp256()
				.addSanDnsName("localhost")
				.addSanIpAddress("127.0.0.1")
				.addExtendedKeyUsageServerAuth()
				.notBefore(Instant.now().minus(Duration.ofHours(1)))
				.notAfter(Instant.now().plus(Duration.ofDays(30)))
				.buildIssuedBy(this.authority);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void write(X509Bundle bundle) {
		write(bundle.getCertificatePathPEM(), bundle.getPrivateKeyPEM());
	}

	public void write(String certificate, String privateKey) {
		try {
			Files.writeString(certificate(), certificate);
			Files.writeString(privateKey(), privateKey);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Path certificate() {
		return this.folder.resolve("localhost.pem");
	}

	public Path privateKey() {
		return this.folder.resolve("localhost-key.pem");
	}

	/**
	 * For clients that trust the authority; sessions are resumed within one context.
	 */
	public SSLContext clientContext() {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { this.authority.toTrustManager() }, null);
			return context;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The same for QUIC.
	 */
	public QuicSslContext quicContext() {
		try {
			return QuicSslContextBuilder.forClient()
				.trustManager(this.authority.toTrustManager())
				.applicationProtocols("h3")
				.build();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
