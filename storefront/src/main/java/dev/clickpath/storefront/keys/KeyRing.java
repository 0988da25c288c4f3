package dev.clickpath.storefront.keys;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one purpose at this moment (HMAC-SHA-256, RFC 2104). Each signature is made
 * by a copy of a {@link Mac} that has its key: looking one up and giving it the key would
 * be most of the work, and every page has a signature.
 */
final class KeyRing {

	private static final String ALGORITHM = "HmacSHA256";

	private final Mac signing;

	private final List<Mac> accepted;

	/**
	 * Keys for signing and for checking.
	 * @param signing the one to sign with
	 * @param accepted all whose signatures still count, this one too
	 */
	KeyRing(byte[] signing, List<byte[]> accepted) {
		this.signing = mac(signing);
		this.accepted = accepted.stream().map(KeyRing::mac).toList();
	}

	byte[] sign(byte[] message, int length) {
		return sign(message, length, this.signing);
	}

	boolean isSigned(byte[] message, byte[] signature) {
		boolean signed = false;
		for (Mac key : this.accepted) {
			signed |= MessageDigest.isEqual(sign(message, signature.length, key), signature);
		}
		return signed;
	}

	private static byte[] sign(byte[] message, int length, Mac key) {
		try {
			return Arrays.copyOf(((Mac) key.clone()).doFinal(message), length);
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("The JDK's own can be copied", ex);
		}
	}

	private static Mac mac(byte[] secret) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			return mac;
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

}
