package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.clickpath.cli.certificates.Certificates;

/**
 * What servers show to prove that they are localhost, and who believes it.
 *
 * @param certificates made for one measurement
 * @param trust trusts them, and nobody else
 */
record Tls(Certificates certificates, SSLContext trust) {

	static Tls create(Path folder) {
		Certificates certificates = new Certificates(folder);
		certificates.prepare(InstantSource.system());
		return new Tls(certificates, trust(certificates.authority()));
	}

	private static SSLContext trust(Path authority) {
		try (InputStream certificate = Files.newInputStream(authority)) {
			KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
			trusted.load(null, null);
			trusted.setCertificateEntry("authority",
					CertificateFactory.getInstance("X.509").generateCertificate(certificate));
			TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			managers.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, managers.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK knows X.509 and TLS", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A certificate cannot be read", ex);
		}
	}

}
