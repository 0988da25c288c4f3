package dev.clickpath.gateway.listening;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * Looks whether a certificate and a private key belong together. Spring Boot can, too,
 * but only for a bundle that is not empty, as this one is without TLS.
 */
final class Pairs {

	private Pairs() {
	}

	/**
	 * Lets a sound bundle pass.
	 * @throws IllegalStateException when its key is not its certificate's
	 */
	static SslBundle check(SslBundle bundle) {
		try {
			if (isPair(bundle.getStores().getKeyStore())) {
				return bundle;
			}
		}
		catch (GeneralSecurityException ex) {
			throw unusable(ex);
		}
		throw unusable(null);
	}

	private static boolean isPair(@Nullable KeyStore store) throws GeneralSecurityException {
		if (store == null) {
			return false;
		}
		for (String alias : Collections.list(store.aliases())) {
			Certificate certificate = store.getCertificate(alias);
			if (certificate != null && store.getKey(alias, null) instanceof PrivateKey key) {
				return isPair(certificate, key);
			}
		}
		return false;
	}

	/** What the key signs, the certificate verifies. */
	static boolean isPair(Certificate certificate, PrivateKey key) throws GeneralSecurityException {
		Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
			case "EC" -> "SHA256withECDSA";
			case "RSA" -> "SHA256withRSA";
			default -> key.getAlgorithm();
		});
		byte[] anything = certificate.getEncoded();
		signature.initSign(key);
		signature.update(anything);
		byte[] signed = signature.sign();
		signature.initVerify(certificate.getPublicKey());
		signature.update(anything);
		return signature.verify(signed);
	}

	private static IllegalStateException unusable(@Nullable Throwable cause) {
		return new IllegalStateException(
				"The private key does not belong to the certificate: look at clickpath.gateway.tls.certificate and clickpath.gateway.tls.private-key.",
				cause);
	}

}
