package dev.clickpath.cli.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * A certificate and the private key that belongs to it.
 *
 * @param certificate the certificate
 * @param key its private key, on the curve P-256
 */
record Identity(X509Certificate certificate, PrivateKey key) {

	static final String SIGNATURE = "SHA256withECDSA";

	static KeyPair newKeys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has P-256", ex);
		}
	}

	/**
	 * Reads what {@link #write} wrote.
	 * @throws IOException when the files cannot be read or do not belong together
	 */
	static Identity read(Path certificate, Path key) throws IOException {
		try {
			X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(Pem.read(certificate, Pem.CERTIFICATE)));
			PrivateKey itsKey = KeyFactory.getInstance("EC")
				.generatePrivate(new PKCS8EncodedKeySpec(Pem.read(key, Pem.PRIVATE_KEY)));
			requirePair(read, itsKey);
			return new Identity(read, itsKey);
		}
		catch (GeneralSecurityException ex) {
			throw new IOException("%s and %s do not hold a certificate and its key".formatted(certificate, key), ex);
		}
	}

	/**
	 * Writes the key before the certificate: should the machine stop in between, the two
	 * do not fit and {@link #read} says so.
	 */
	void write(Path certificate, Path key) {
		try {
			Pem.write(key, Pem.PRIVATE_KEY, this.key.getEncoded());
			Pem.write(certificate, Pem.CERTIFICATE, this.certificate.getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("What was just made can be encoded", ex);
		}
	}

	private static void requirePair(X509Certificate certificate, PrivateKey key)
			throws GeneralSecurityException, IOException {
		Signature signature = Signature.getInstance(SIGNATURE);
		signature.initSign(key);
		signature.update(certificate.getEncoded());
		byte[] signed = signature.sign();
		signature.initVerify(certificate.getPublicKey());
		signature.update(certificate.getEncoded());
		if (!signature.verify(signed)) {
			throw new IOException("The key is not that of the certificate");
		}
	}

}
