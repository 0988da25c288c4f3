package dev.clickpath.storefront.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says of its user's languages (RFC 9110, section 12.5.4), matched by
 * lookup (RFC 4647, section 3.4): {@code de-AT} is served with German.
 */
public final class AcceptLanguage {

	/** Longer ones are no browser's. */
	private static final int LONGEST = 500;

	private static final Pattern RANGE = Pattern.compile(
			"\\s*(\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\\s*(?:;\\s*[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?\\s*");

	private AcceptLanguage() {
	}

	/**
	 * The language liked best of those the shop speaks, empty when it speaks none of
	 * them. What cannot be read is passed over.
	 */
	public static Optional<Language> best(@Nullable String header) {
		if (header == null || header.length() > LONGEST) {
			return Optional.empty();
		}
		List<Range> ranges = new ArrayList<>();
		Set<Language> refused = EnumSet.noneOf(Language.class);
		for (String part : header.split(",", -1)) {
			Matcher matcher = RANGE.matcher(part);
			if (matcher.matches()) {
				double quality = (matcher.group(2) != null) ? Double.parseDouble(matcher.group(2)) : 1;
				if (quality > 0) {
					ranges.add(new Range(matcher.group(1), quality));
				}
				else {
					Language.of(lowerCase(matcher.group(1))).ifPresent(refused::add);
				}
			}
		}
		// A stable sort: of equals, the first.
		ranges.sort(Comparator.comparingDouble(Range::quality).reversed());
		return ranges.stream()
			.map((range) -> lookUp(lowerCase(range.tag())))
			.flatMap(List::stream)
			.filter((language) -> !refused.contains(language))
			.findFirst();
	}

	/** Whatever is cut off at the end, the shop's tags are what remains at last. */
	private static List<Language> lookUp(String range) {
		if (range.equals("*")) {
			return List.of(Language.values());
		}
		int hyphen = range.indexOf('-');
		return Language.of((hyphen < 0) ? range : range.substring(0, hyphen)).stream().toList();
	}

	private static String lowerCase(String tag) {
		return tag.toLowerCase(Locale.ROOT);
	}

	private record Range(String tag, double quality) {
	}

}
