package dev.clickpath.storefront.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be that somebody chooses (NIST SP 800-63B, section 5.1.1.2): long
 * enough, and none that is tried first. Nothing else is asked of it.
 */
public enum NewPassword {

	GOOD, TOO_SHORT, TOO_LONG, TOO_COMMON, THE_EMAIL;

	/**
	 * The fewest characters.
	 */
	public static final int SHORTEST = 8;

	/**
	 * The most characters.
	 */
	public static final int LONGEST = 200;

	/** Of fewer different characters it is no better than the commonest. */
	private static final int FEWEST_DIFFERENT = 4;

	/**
	 * What to think of a password.
	 * @param email of the account, as it was typed
	 */
	public static NewPassword check(String password, String email) {
		long length = password.codePoints().count();
		if (length < SHORTEST) {
			return TOO_SHORT;
		}
		if (length > LONGEST) {
			return TOO_LONG;
		}
		String plain = plain(password);
		if (plain.equals(plain(email)) || plain.equals(plain(email).replaceFirst("@.*", ""))) {
			return THE_EMAIL;
		}
		boolean common = plain.codePoints().distinct().count() < FEWEST_DIFFERENT || Common.PASSWORDS.contains(plain);
		return common ? TOO_COMMON : GOOD;
	}

	private static String plain(String text) {
		return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	/** Read when the first one is chosen. */
	private static final class Common {

		static final Set<String> PASSWORDS = read();

		private static Set<String> read() {
			try (InputStream file = NewPassword.class.getResourceAsStream("/common-passwords.txt")) {
				if (file == null) {
					throw new IllegalStateException("The list of common passwords is missing");
				}
				return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter((line) -> !line.startsWith("#"))
					.collect(Collectors.toUnmodifiableSet());
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The list of common passwords cannot be read", ex);
			}
		}

	}

}
