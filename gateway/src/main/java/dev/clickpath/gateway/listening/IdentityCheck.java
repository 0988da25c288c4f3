package dev.clickpath.gateway.listening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.io.Resource;

/**
 * Looks at the certificate and its key before Spring Boot does, which would not tell a
 * person which file is wrong and what to do.
 */
final class IdentityCheck implements SslBundleRegistrar {

	private static final String CERTIFICATE_SETTING = "or name another with clickpath.gateway.tls.certificate";

	private static final String KEY_SETTING = "or name another with clickpath.gateway.tls.private-key";

	private final TlsProperties properties;

	IdentityCheck(TlsProperties properties) {
		this.properties = properties;
	}

	/**
	 * Registers nothing.
	 * @throws UnusableCertificateException when the two cannot be used
	 */
	@Override
	public void registerBundles(SslBundleRegistry registry) {
		if (!this.properties.isWanted()) {
			return;
		}
		String certificate = this.properties.certificate();
		String key = this.properties.privateKey();
		String chain = content(certificate, "certificate", CERTIFICATE_SETTING);
		String secret = content(key, "private key", KEY_SETTING);
		X509Certificate first = parse(chain, (pem) -> pem.getCertificates().getFirst(),
				"%s holds no certificate in PEM: mend it, %s.".formatted(certificate, CERTIFICATE_SETTING));
		String noKey = "%s holds no private key in PEM that belongs to the certificate %s: put it there, %s."
			.formatted(key, certificate, KEY_SETTING);
		requirePair(first, parse(secret, PemContent::getPrivateKey, noKey), noKey);
	}

	private static String content(String location, String what, String setting) {
		Resource file = ApplicationResourceLoader.get().getResource(location);
		try {
			return file.getContentAsString(StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UnusableCertificateException(
					"The %s %s cannot be read (%s): put it there and give it to the user the gateway runs as, %s."
						.formatted(what, location, reason(ex, file), setting),
					ex);
		}
	}

	private static String reason(IOException failure, Resource file) {
		if (failure instanceof AccessDeniedException) {
			return "no permission";
		}
		return file.exists() ? "it is no file" : "it does not exist";
	}

	private static <T> T parse(String content, Function<PemContent, @Nullable T> part, String complaint) {
		try {
			T parsed = part.apply(PemContent.of(content));
			if (parsed != null) {
				return parsed;
			}
		}
		catch (RuntimeException ex) {
			throw new UnusableCertificateException(complaint, ex);
		}
		throw new UnusableCertificateException(complaint, null);
	}

	private static void requirePair(X509Certificate certificate, PrivateKey key, String complaint) {
		try {
			if (Pairs.isPair(certificate, key)) {
				return;
			}
		}
		catch (GeneralSecurityException ex) {
			throw new UnusableCertificateException(complaint, ex);
		}
		throw new UnusableCertificateException(complaint, null);
	}

}
