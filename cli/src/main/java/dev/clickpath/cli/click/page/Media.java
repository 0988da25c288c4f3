package dev.clickpath.cli.click.page;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Media queries, as far as they tell screens from other things. How large it is and how
 * it is coloured is taken to fit.
 */
final class Media {

	private static final Pattern SCREEN = Pattern
		.compile("(only\\s+)?(all|screen)\\b.*|\\(.*|not\\s+(?!(all|screen)\\b).*", Pattern.DOTALL);

	private Media() {
	}

	static boolean isForScreens(String queries) {
		return queries.isBlank() || Stream.of(queries.toLowerCase(Locale.ROOT).split(",", -1))
			.anyMatch((query) -> SCREEN.matcher(query.strip()).matches());
	}

}
