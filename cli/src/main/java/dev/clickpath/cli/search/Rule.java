package dev.clickpath.cli.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which articles a grade is for: those that meet every condition.
 *
 * @param grade 1 to 3
 */
record Rule(int grade, List<Condition> conditions) {

	private static final Pattern LINE = Pattern.compile("([1-3]) (.+)");

	private static final Pattern CONDITION = Pattern.compile("(!?)([a-z]+)([=~])(.+)");

	private static final Set<String> FIELDS = Set.of("category", "department", "brand", "colour", "title", "attributes",
			"text");

	/**
	 * One thing that must be so, or must not.
	 *
	 * @param whole whether the field is one of the values, or else has their words side
	 * by side
	 */
	record Condition(boolean not, String field, boolean whole, List<String> values) {

		static Condition parse(String text) {
			Matcher matcher = CONDITION.matcher(text);
			if (!matcher.matches() || !FIELDS.contains(matcher.group(2))) {
				throw new IllegalArgumentException("No condition: " + text);
			}
			boolean whole = matcher.group(3).equals("=");
			List<String> values = Arrays.stream(matcher.group(4).split("\\|"))
				.map((value) -> whole ? value : Words.line(value))
				.toList();
			return new Condition(!matcher.group(1).isEmpty(), matcher.group(2), whole, values);
		}

		boolean meets(Map<String, String> fields, Map<String, String> lines) {
			String field = this.whole ? fields.getOrDefault(this.field, "") : lines.getOrDefault(this.field, "");
			boolean met = this.whole ? this.values.contains(field) : this.values.stream().anyMatch(field::contains);
			return met != this.not;
		}

	}

	/**
	 * @param line like {@code 3 category=kettles & title~gooseneck}
	 */
	static Rule parse(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("No rule: " + line);
		}
		return new Rule(Integer.parseInt(matcher.group(1)),
				Arrays.stream(matcher.group(2).split(" & ")).map(Condition::parse).toList());
	}

	/**
	 * @param fields of the article as they are
	 * @param lines the same as words
	 */
	boolean fits(Map<String, String> fields, Map<String, String> lines) {
		return this.conditions.stream().allMatch((condition) -> condition.meets(fields, lines));
	}

}
