package dev.clickpath.storefront.customer;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail address, as it is shown and by its one spelling: addresses that differ in
 * capitals, in how a letter is put together (Unicode NFKC) or in how a domain is written
 * (RFC 5891) are the same. Whether mail arrives there nobody can tell without sending
 * some.
 *
 * @param text as it was typed, tidied
 * @param key its one spelling
 */
public record EmailAddress(String text, String key) {

	/** RFC 5321, section 4.5.3.1.3, without its brackets. */
	private static final int LONGEST = 254;

	/** RFC 5321, section 4.5.3.1.1. */
	private static final int LONGEST_LOCAL_PART = 64;

	/** Words with dots between them (RFC 5322), letters of any script (RFC 6531). */
	private static final Pattern LOCAL_PART = Pattern
		.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMAIN = Pattern
		.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

	/**
	 * The address in what was typed, or nothing when it cannot be one.
	 */
	public static Optional<EmailAddress> of(@Nullable String typed) {
		if (typed == null || typed.length() > LONGEST) {
			return Optional.empty();
		}
		String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
		String same = Normalizer.normalize(text, Normalizer.Form.NFKC);
		int at = same.lastIndexOf('@');
		if (at < 1 || at > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(same.substring(0, at)).matches()) {
			return Optional.empty();
		}
		String local = Normalizer.normalize(same.substring(0, at).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
		return domain(same.substring(at + 1)).map((domain) -> new EmailAddress(text, local + "@" + domain))
			.filter((address) -> address.key().length() <= LONGEST);
	}

	private static Optional<String> domain(String typed) {
		try {
			String domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
			return DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
