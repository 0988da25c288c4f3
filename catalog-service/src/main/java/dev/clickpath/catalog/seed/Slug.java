package dev.clickpath.catalog.seed;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as they stand in an address.
 */
public final class Slug {

	private Slug() {
	}

	public static String of(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
		return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
	}

}
