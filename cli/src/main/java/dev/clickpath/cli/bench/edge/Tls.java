package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Locale;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.clickpath.cli.Problem;

/**
 * What servers show to prove that they are localhost, made anew for each measurement.
 *
 * @param certificate as a PEM file
 * @param privateKey as a PEM file
 * @param trust trusts whoever shows it
 */
record Tls(Path certificate, Path privateKey, SSLContext trust) {

	private static final String ALIAS = "localhost";

	private static final String PASSWORD = "of-no-use-elsewhere";

	private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

	static Tls create(Path folder) {
		try {
			KeyStore keys = generate(folder.resolve("keys.p12"));
			Path certificate = pem(folder, "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
			Path privateKey = pem(folder, "PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
			return new Tls(certificate, privateKey, trust(keys));
		}
		catch (GeneralSecurityException ex) {
			throw new Problem("This JDK cannot make a certificate (%s); try another one.".formatted(ex.getMessage()),
					ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A certificate could not be written", ex);
		}
	}

	/** The JDK has no other way to make a certificate. */
	private static KeyStore generate(Path file) throws IOException, GeneralSecurityException {
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost",
				"-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore",
				file.toString(), "-storepass", PASSWORD)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (keytool.waitFor() != 0) {
				throw new Problem("The JDK's keytool failed, so TLS cannot be measured; leave it out with --only.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream input = Files.newInputStream(file)) {
			keys.load(input, PASSWORD.toCharArray());
		}
		return keys;
	}

	private static Path pem(Path folder, String kind, byte[] encoded) throws IOException {
		return Files.writeString(folder.resolve(kind.toLowerCase(Locale.ROOT).replace(' ', '-') + ".pem"),
				"-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, LINES.encodeToString(encoded)));
	}

	private static SSLContext trust(KeyStore keys) throws IOException, GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}

}
