package dev.clickpath.storefront.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * All that is random on one answer. The gateway deals the seed, another one for each
 * request, but the same one to every storefront that it asks: when one dies in the middle
 * of a page, the page that the next one makes is the same to the byte, and the gateway
 * goes on where the first broke off. A request that came without one has a seed of its
 * own.
 */
public final class Seed {

	/**
	 * The field that the gateway says it in: 128 random bits, in base64url.
	 */
	public static final String HEADER = "Clickpath-Seed";

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final byte[] bits;

	private Seed(byte[] bits) {
		this.bits = bits;
	}

	/**
	 * The seed of a request's answer.
	 */
	public static Seed of(HttpServletRequest request) {
		return of(request.getHeader(HEADER));
	}

	/**
	 * What was dealt, or a new one where nothing usable was.
	 */
	public static Seed of(@Nullable String dealt) {
		return (dealt != null && FORM.matcher(dealt).matches()) ? new Seed(dealt.getBytes(StandardCharsets.US_ASCII))
				: random();
	}

	/**
	 * A seed that nobody else has.
	 */
	public static Seed random() {
		byte[] bits = new byte[16];
		RANDOM.nextBytes(bits);
		return new Seed(bits);
	}

	/**
	 * Random bytes for a purpose, always the same ones. Whoever knows them knows neither
	 * the seed nor what it gives for another purpose.
	 * @param length at most 32
	 */
	public byte[] bytes(String purpose, int length) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.bits);
			return Arrays.copyOf(digest.digest(purpose.getBytes(StandardCharsets.US_ASCII)), length);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	/**
	 * The same as text, in base64url without padding.
	 */
	public String text(String purpose, int length) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(purpose, length));
	}

}
