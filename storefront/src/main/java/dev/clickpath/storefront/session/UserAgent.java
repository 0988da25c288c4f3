package dev.clickpath.storefront.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, in two words at most, for its owner to recognise it by.
 */
final class UserAgent {

	/** Each also calls itself by the names after it. */
	private static final List<String> BROWSERS = List.of("Edg=Edge", "OPR=Opera", "SamsungBrowser=Samsung Internet",
			"Firefox=Firefox", "FxiOS=Firefox", "CriOS=Chrome", "Chrome=Chrome", "Safari=Safari");

	private static final List<String> SYSTEMS = List.of("Android=Android", "iPhone=iPhone", "iPad=iPad",
			"Windows=Windows", "Mac OS X=macOS", "CrOS=ChromeOS", "Linux=Linux");

	private UserAgent() {
	}

	/**
	 * {@code Firefox, Linux}; empty when it cannot be told.
	 */
	static String words(@Nullable String header) {
		if (header == null || header.length() > 1_000) {
			return "";
		}
		String browser = first(BROWSERS, header);
		String system = first(SYSTEMS, header);
		return (browser.isEmpty() || system.isEmpty()) ? browser + system : browser + ", " + system;
	}

	private static String first(List<String> names, String header) {
		return names.stream()
			.map((name) -> name.split("=", 2))
			.filter((name) -> header.contains(name[0]))
			.map((name) -> name[1])
			.findFirst()
			.orElse("");
	}

}
