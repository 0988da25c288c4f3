package dev.clickpath.storefront.attempts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Something that is tried, as one of those it counts against. Who that is cannot be read
 * from what is stored.
 *
 * @param what is tried
 * @param who it counts against: an account, an address
 * @param limit how often it may be
 */
public record Attempt(String what, String who, Limit limit) {

	byte[] fingerprint() {
		try {
			return MessageDigest.getInstance("SHA-256")
				.digest((this.what + "\0" + this.who).getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
