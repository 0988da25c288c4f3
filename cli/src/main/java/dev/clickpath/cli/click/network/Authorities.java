package dev.clickpath.cli.click.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import dev.clickpath.cli.Problem;

/**
 * Whose certificates are believed.
 *
 * @param certificates of the authorities
 */
public record Authorities(List<X509Certificate> certificates) {

	/**
	 * Those in PEM files; files that are not there have none.
	 * @throws Problem when a file holds no certificates
	 */
	public static Authorities of(List<Path> files) {
		List<X509Certificate> certificates = new ArrayList<>();
		for (Path file : files) {
			if (Files.exists(file)) {
				certificates.addAll(read(file));
			}
		}
		return new Authorities(List.copyOf(certificates));
	}

	private static List<X509Certificate> read(Path file) {
		try (InputStream input = Files.newInputStream(file)) {
			List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
				.generateCertificates(input)
				.stream()
				.map(X509Certificate.class::cast)
				.toList();
			if (!certificates.isEmpty()) {
				return certificates;
			}
			throw new Problem(wrong(file));
		}
		catch (IOException | CertificateException ex) {
			throw new Problem(wrong(file), ex);
		}
	}

	private static String wrong(Path file) {
		return "%s holds no certificates that can be read; name a PEM file.".formatted(file);
	}

	X509ExtendedTrustManager trustManager() {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			for (int i = 0; i < this.certificates.size(); i++) {
				store.setCertificateEntry("authority-" + i, this.certificates.get(i));
			}
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(store);
			for (TrustManager manager : factory.getTrustManagers()) {
				if (manager instanceof X509ExtendedTrustManager extended) {
					return extended;
				}
			}
			throw new IllegalStateException("Every JDK judges X.509 certificates");
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("Certificates in memory can be believed", ex);
		}
	}

}
