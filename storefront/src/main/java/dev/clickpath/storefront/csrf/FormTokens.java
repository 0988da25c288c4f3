package dev.clickpath.storefront.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import dev.clickpath.storefront.keys.SharedKeys;
import dev.clickpath.storefront.visit.Seed;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The tokens in forms: signatures of what the browser's cookie says, which another site
 * can neither read nor set. Nothing is stored for them, every storefront can check them,
 * and they count for two days at least. Each answer masks its token with other random
 * bytes, so that it cannot be guessed from how well the page is compressed (BREACH).
 */
@Component
public class FormTokens {

	/**
	 * The name of the field.
	 */
	public static final String FIELD = "_csrf";

	private static final String KEYS = "form";

	/** Half of the signature: 128 bits. */
	private static final int LENGTH = 16;

	private static final int TEXT_LENGTH = 43;

	private final SharedKeys keys;

	FormTokens(SharedKeys keys) {
		this.keys = keys;
		keys.use(KEYS);
	}

	/**
	 * A token for the forms of one answer.
	 * @param browser what the browser's cookie says
	 * @param seed of the answer, which masks it
	 */
	public String token(String browser, Seed seed) {
		byte[] token = Arrays.copyOf(seed.bytes("form", LENGTH), 2 * LENGTH);
		byte[] signature = this.keys.sign(KEYS, bytes(browser), LENGTH);
		for (int at = 0; at < LENGTH; at++) {
			token[LENGTH + at] = (byte) (token[at] ^ signature[at]);
		}
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	/**
	 * Whether a form's token is of a page that this browser was given.
	 */
	public boolean isOf(String browser, @Nullable String token) {
		if (token == null || token.length() != TEXT_LENGTH) {
			return false;
		}
		try {
			byte[] masked = Base64.getUrlDecoder().decode(token);
			byte[] signature = Arrays.copyOfRange(masked, LENGTH, 2 * LENGTH);
			for (int at = 0; at < LENGTH; at++) {
				signature[at] ^= masked[at];
			}
			return this.keys.isSigned(KEYS, bytes(browser), signature);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static byte[] bytes(String browser) {
		return browser.getBytes(StandardCharsets.UTF_8);
	}

}
