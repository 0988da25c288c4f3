package dev.clickpath.recommendation.training;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A recipe's parts as text, a line each: short enough to be read by a person who wants to
 * know what the shop has found out about its visitors.
 */
final class RecipeText {

	private static final int LONGEST = 20;

	private static final Pattern WORDS = Pattern.compile("[ ,]+");

	private RecipeText() {
	}

	static String write(List<Part> parts) {
		return String.join("\n", parts.stream().map(RecipeText::line).toList());
	}

	private static String line(Part part) {
		String source = switch (part.source()) {
			case Source.Pairs(Spread spread) ->
				"pairs decay %s backward %s damping %s".formatted(spread.decay(), spread.backward(), spread.damping());
			case Source.Linear(double ridge) -> "linear ridge %s".formatted(ridge);
		};
		return "%s, own %s others %s voices %s weight %s".formatted(source, part.own(), part.others(), part.decay(),
				part.weight());
	}

	/**
	 * @throws IllegalArgumentException when it is no such text
	 */
	static List<Part> read(String text) {
		List<String> lines = text.lines().toList();
		if (lines.size() > LONGEST) {
			throw new IllegalArgumentException("A recipe has %d parts at most".formatted(LONGEST));
		}
		List<Part> parts = new ArrayList<>();
		for (String line : lines) {
			if (!line.isBlank()) {
				parts.add(part(WORDS.split(line.strip(), -1)));
			}
		}
		return parts;
	}

	private static Part part(String[] words) {
		boolean pairs = words[0].equals("pairs") && words.length == 15;
		if (!pairs && !(words[0].equals("linear") && words.length == 11)) {
			throw new IllegalArgumentException("Neither pairs nor linear: " + String.join(" ", words));
		}
		Source source = pairs ? new Source.Pairs(new Spread(number(words, "decay", 0, 1),
				number(words, "backward", 0, 1), number(words, "damping", -2, 2)))
				: new Source.Linear(number(words, "ridge", 1e-3, 1e3));
		return new Part(source, number(words, "own", -2, 2), number(words, "others", -2, 2),
				number(words, "voices", 0, 1), number(words, "weight", 0, Double.MAX_VALUE));
	}

	private static double number(String[] words, String name, double least, double most) {
		for (int i = 1; i + 1 < words.length; i++) {
			if (words[i].equals(name)) {
				double number = Double.parseDouble(words[i + 1]);
				if (number >= least && number <= most) {
					return number;
				}
			}
		}
		throw new IllegalArgumentException("No " + name + " between " + least + " and " + most);
	}

}
