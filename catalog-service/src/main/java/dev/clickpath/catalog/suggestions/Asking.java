package dev.clickpath.catalog.suggestions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That somebody searched for something, and what may be kept of it: fingerprints, of the
 * network so short a one that thousands share it. They are other ones for other words, so
 * nobody can tell what else the same shopper searched for.
 *
 * @param words in lower case, as others may see them
 * @param asker whoever it was
 * @param network where the shopper comes from, roughly
 */
public record Asking(String words, String asker, String network) {

	private static final int QUERY_BYTES = 16;

	private static final int ASKER_BYTES = 8;

	private static final int NETWORK_BYTES = 2;

	/** Words and numbers of some length: no addresses, no secrets pasted by mistake. */
	private static final Pattern DECENT = Pattern.compile("[\\p{L}\\p{M}\\d][\\p{L}\\p{M}\\d '.\"-]{1,48}");

	private static final Pattern MANY_DIGITS = Pattern.compile("(?:\\d[ .-]?){7,}");

	/**
	 * What was asked, or nothing when it could be somebody's secret.
	 */
	public static Optional<Asking> of(String typed, String asker, String network) {
		String words = typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
		boolean decent = DECENT.matcher(words).matches() && !MANY_DIGITS.matcher(words).find();
		return decent ? Optional.of(new Asking(words, asker, network)) : Optional.empty();
	}

	byte[] queryPrint() {
		return print("", QUERY_BYTES);
	}

	byte[] askerPrint() {
		return print("asker " + this.asker, ASKER_BYTES);
	}

	byte[] networkPrint() {
		return print("network " + this.network, NETWORK_BYTES);
	}

	private byte[] print(String of, int length) {
		try {
			byte[] whole = MessageDigest.getInstance("SHA-256")
				.digest((of + '\0' + this.words).getBytes(StandardCharsets.UTF_8));
			return Arrays.copyOf(whole, length);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
