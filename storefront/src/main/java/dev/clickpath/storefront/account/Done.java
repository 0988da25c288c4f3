package dev.clickpath.storefront.account;

import java.util.Arrays;
import java.util.Locale;

import dev.clickpath.storefront.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an account, told on the page after it.
 */
enum Done {

	NAME, EMAIL, PASSWORD, ADDRESS, ADDRESS_REMOVED, PREFERENCES, BROWSERS;

	/** The page that tells it. */
	String path() {
		return "/account?done=" + slug();
	}

	/** Null when nothing is known of this. */
	static @Nullable String words(@Nullable String slug, Words words) {
		return Arrays.stream(values())
			.filter((done) -> done.slug().equals(slug))
			.findFirst()
			.map((done) -> words.of("account.done." + done.slug()))
			.orElse(null);
	}

	private String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
