package dev.clickpath.storefront.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The secret by which a signed-in browser is known: 256 random bits. Only its hash is
 * stored; random as it is, it needs no salt and no slow hash.
 *
 * @param value as the cookie has it
 */
record SessionToken(String value) {

	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final SecureRandom RANDOM = new SecureRandom();

	static SessionToken random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * The token in a cookie, when it can be one.
	 */
	static Optional<SessionToken> of(@Nullable String cookie) {
		return (cookie != null && VALUE.matcher(cookie).matches()) ? Optional.of(new SessionToken(cookie))
				: Optional.empty();
	}

	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	/**
	 * A name for it that gives nothing away, to bind other things to it.
	 */
	String name() {
		return HexFormat.of().formatHex(hash());
	}

	@Override
	public String toString() {
		return "SessionToken[…]";
	}

}
