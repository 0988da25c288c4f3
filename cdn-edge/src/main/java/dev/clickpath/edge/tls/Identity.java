package dev.clickpath.edge.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;

import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

import dev.clickpath.edge.tls.BadIdentityException.Part;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;

/**
 * A certificate chain and the private key that belongs to it.
 *
 * @param chain the certificates in PEM
 * @param key the key in PEM
 * @param subject whom the certificate names
 * @param end until when it is good
 */
public record Identity(Buffer chain, Buffer key, String subject, Instant end) {

	/**
	 * Checks what was read from the files.
	 */
	static Identity of(Vertx vertx, Buffer chain, Buffer key) throws BadIdentityException {
		X509Certificate certificate = first(chain);
		requirePair(certificate, privateKey(vertx, chain, key));
		return new Identity(chain, key, certificate.getSubjectX500Principal().getName(),
				certificate.getNotAfter().toInstant());
	}

	/**
	 * The identity as Vert.x takes it.
	 */
	public PemKeyCertOptions options() {
		return options(this.chain, this.key);
	}

	private static PemKeyCertOptions options(Buffer chain, Buffer key) {
		return new PemKeyCertOptions().addCertValue(chain).addKeyValue(key);
	}

	private static X509Certificate first(Buffer chain) throws BadIdentityException {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificates(new ByteArrayInputStream(chain.getBytes()))
				.iterator()
				.next();
		}
		catch (CertificateException | RuntimeException ex) {
			throw new BadIdentityException(Part.CERTIFICATE, ex);
		}
	}

	/** Read the way it will be used. */
	private static PrivateKey privateKey(Vertx vertx, Buffer chain, Buffer key) throws BadIdentityException {
		try {
			for (KeyManager manager : options(chain, key).getKeyManagerFactory(vertx).getKeyManagers()) {
				if (manager instanceof X509KeyManager keys) {
					return Arrays.stream(new String[] { "EC", "RSA", "Ed25519" })
						.map((type) -> keys.getServerAliases(type, null))
						.filter((aliases) -> aliases != null && aliases.length > 0)
						.map((aliases) -> keys.getPrivateKey(aliases[0]))
						.findFirst()
						.orElseThrow();
				}
			}
			throw new BadIdentityException(Part.KEY, null);
		}
		catch (BadIdentityException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new BadIdentityException(Part.KEY, ex);
		}
	}

	private static void requirePair(X509Certificate certificate, PrivateKey key) throws BadIdentityException {
		try {
			Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
				case "EC" -> "SHA256withECDSA";
				case "RSA" -> "SHA256withRSA";
				default -> key.getAlgorithm();
			});
			signature.initSign(key);
			signature.update(certificate.getEncoded());
			byte[] signed = signature.sign();
			signature.initVerify(certificate.getPublicKey());
			signature.update(certificate.getEncoded());
			if (!signature.verify(signed)) {
				throw new BadIdentityException(Part.KEY, null);
			}
		}
		catch (GeneralSecurityException ex) {
			throw new BadIdentityException(Part.KEY, ex);
		}
	}

}
