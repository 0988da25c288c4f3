package dev.clickpath.catalog.feed;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.clickpath.catalog.seed.Hashing;
import dev.clickpath.catalog.seed.Slug;

/**
 * How the names of departments and categories stand in addresses.
 */
final class ShelfSlug {

	private static final int LONGEST = 48;

	private static final Pattern ACCENTS = Pattern.compile("(?<=\\p{IsLatin})\\p{M}+");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[+#]++(?![\\p{L}\\p{N}]))?");

	private ShelfSlug() {
	}

	/**
	 * What names have in common that are the same one: the letters of any script and the
	 * digits, and what tells C++ and C# from C.
	 */
	static String sameName(String name) {
		String plain = ACCENTS.matcher(Normalizer.normalize(name, Form.NFKD)).replaceAll("");
		String words = WORD.matcher(plain.toLowerCase(Locale.ROOT))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.joining("-"));
		return words.isEmpty() ? name : words;
	}

	/**
	 * The slug of a name. Where an address cannot tell all of it, a hash tells the rest.
	 */
	static String of(String name) {
		String same = sameName(name);
		String slug = Slug.of(name);
		return (slug.equals(same) && slug.length() <= LONGEST) ? slug : hashed(slug, same);
	}

	/**
	 * The slug of a name within a department.
	 */
	static String within(String department, String slug) {
		String both = department + "-" + slug;
		return (both.length() <= LONGEST) ? both : hashed(both, both);
	}

	/**
	 * The slug, or another one when that is given to another name.
	 */
	static String free(String slug, String name, Map<String, ?> given) {
		return given.containsKey(slug) ? hashed(slug, name) : slug;
	}

	private static String hashed(String slug, String name) {
		String hash = HexFormat.of().toHexDigits((int) (Hashing.hash(name) >>> Integer.SIZE));
		String beginning = slug.substring(0, Math.min(slug.length(), LONGEST - hash.length() - 1));
		return beginning.isEmpty() ? hash : beginning + "-" + hash;
	}

}
