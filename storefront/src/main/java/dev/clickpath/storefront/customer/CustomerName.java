package dev.clickpath.storefront.customer;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to be called: something that can be read, in one line.
 */
public final class CustomerName {

	/**
	 * The most characters of a name.
	 */
	public static final int LONGEST = 80;

	private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]+");

	private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

	private CustomerName() {
	}

	/**
	 * The name in what was typed, tidied; empty when there is none or it is too long.
	 */
	public static Optional<String> of(@Nullable String typed) {
		if (typed == null || typed.length() > 3 * LONGEST) {
			return Optional.empty();
		}
		String tidy = INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
		return (tidy.length() <= LONGEST && LETTER.matcher(tidy).find()) ? Optional.of(tidy) : Optional.empty();
	}

}
