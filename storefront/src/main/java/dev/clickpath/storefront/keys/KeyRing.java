package dev.clickpath.storefront.keys;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one purpose at this moment (HMAC-SHA-256, RFC 2104).
 */
final class KeyRing {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec signing;

	private final List<SecretKeySpec> accepted;

	/**
	 * Keys for signing and for checking.
	 * @param signing the one to sign with
	 * @param accepted all whose signatures still count, this one too
	 */
	KeyRing(byte[] signing, List<byte[]> accepted) {
		this.signing = new SecretKeySpec(signing, ALGORITHM);
		this.accepted = accepted.stream().map((secret) -> new SecretKeySpec(secret, ALGORITHM)).toList();
	}

	byte[] sign(byte[] message, int length) {
		return Arrays.copyOf(sign(message, this.signing), length);
	}

	boolean isSigned(byte[] message, byte[] signature) {
		boolean signed = false;
		for (SecretKeySpec key : this.accepted) {
			signed |= MessageDigest.isEqual(Arrays.copyOf(sign(message, key), signature.length), signature);
		}
		return signed;
	}

	private static byte[] sign(byte[] message, SecretKeySpec key) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			return mac.doFinal(message);
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

}
