package dev.clickpath.catalog.seed;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.catalog.seed.Family.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The description of a variant: the family's words, then those of each choice.
 */
final class Description {

	private static final Pattern BRACES = Pattern.compile("\\{[^}]*}?|}");

	private Description() {
	}

	static String of(Family family, List<Choice> choices) {
		return Stream.concat(Stream.of(family.description()), choices.stream().map(Choice::says))
			.filter((text) -> !text.isEmpty())
			.map((text) -> fill(text, family, choices))
			.collect(Collectors.joining(" "));
	}

	/**
	 * Puts the choices where the text names their options in braces, a colour in lower
	 * case.
	 */
	static String fill(String text, Family family, List<Choice> choices) {
		String filled = text;
		for (int i = 0; i < choices.size(); i++) {
			Choice choice = choices.get(i);
			String words = (choice.colour() != null) ? choice.label().toLowerCase(Locale.ROOT) : choice.label();
			filled = filled.replace("{" + family.options().get(i).name() + "}", words);
		}
		return filled;
	}

	static @Nullable String firstPlaceholder(String text) {
		Matcher matcher = BRACES.matcher(text);
		return matcher.find() ? matcher.group() : null;
	}

}
