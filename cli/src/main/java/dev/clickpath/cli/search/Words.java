package dev.clickpath.cli.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a text in lower case and without accents; a number keeps its point.
 */
final class Words {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern WORD = Pattern.compile("\\d+(?:[.,]\\d+)*|[\\p{L}\\d]+");

	private Words() {
	}

	static List<String> of(String text) {
		String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
		return WORD.matcher(plain.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
	}

	/**
	 * The same as one text in which words stand side by side, with a blank around each.
	 */
	static String line(String text) {
		return " " + String.join(" ", of(text)) + " ";
	}

}
