package dev.clickpath.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression in Prometheus's language names, as far as it has to be there.
 *
 * @param selectors the metrics, each with the labels by which its samples are picked
 * @param grouping the labels by which samples are put together
 */
record Query(List<Selector> selectors, Set<String> grouping) {

	private static final Pattern TOKEN = Pattern
		.compile("\\s+|\"(?:[^\"\\\\]|\\\\.)*\"|[a-zA-Z_:][a-zA-Z0-9_:]*|\\[[^]]*]|[0-9][0-9.a-z]*|\\$\\w+|.");

	private static final Pattern MATCHER = Pattern
		.compile("\\s*(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*,?");

	private static final Set<String> GROUPS = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "sum", "max", "min", "avg",
			"count", "topk", "bottomk", "stddev", "quantile");

	/**
	 * A metric.
	 *
	 * @param metric its name
	 */
	record Selector(String metric, List<Label> labels) {
	}

	/**
	 * By which samples are picked.
	 *
	 * @param operator one of {@code = != =~ !~}
	 */
	record Label(String name, String operator, String value) {

		boolean picks(String present) {
			return switch (this.operator) {
				case "=" -> present.equals(this.value);
				case "!=" -> !present.equals(this.value);
				case "=~" -> present.matches(this.value);
				default -> !present.matches(this.value);
			};
		}

	}

	/**
	 * Reads an expression, of which a dashboard's variables may be a part.
	 */
	static Query of(String expression) {
		List<String> tokens = tokens(expression);
		List<Selector> selectors = new ArrayList<>();
		Set<String> grouping = new LinkedHashSet<>();
		for (int at = 0; at < tokens.size(); at++) {
			String token = tokens.get(at);
			String next = (at + 1 < tokens.size()) ? tokens.get(at + 1) : "";
			if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_' && token.charAt(0) != ':') {
				continue;
			}
			if (GROUPS.contains(token)) {
				int end = tokens.subList(at, tokens.size()).indexOf(")") + at;
				tokens.subList(at + 1, end)
					.stream()
					.filter((label) -> label.matches("\\w+"))
					.filter((label) -> !token.equals("without") && !token.equals("ignoring"))
					.forEach(grouping::add);
				at = end;
			}
			else if (!WORDS.contains(token) && !next.equals("(")) {
				selectors.add(new Selector(token, next.startsWith("{") ? labels(next) : List.of()));
			}
		}
		return new Query(List.copyOf(selectors), grouping);
	}

	/** What is in braces is one token. */
	private static List<String> tokens(String expression) {
		List<String> tokens = new ArrayList<>();
		Matcher token = TOKEN.matcher(expression);
		for (int at = 0; at < expression.length() && token.find(at); at = token.end()) {
			if (!token.group().equals("{")) {
				if (!token.group().isBlank()) {
					tokens.add(token.group());
				}
				continue;
			}
			StringBuilder braces = new StringBuilder();
			while (!token.group().equals("}")) {
				braces.append(token.group());
				if (!token.find(token.end())) {
					throw new IllegalArgumentException("A brace is not closed in " + expression);
				}
			}
			tokens.add(braces.append('}').toString());
		}
		return tokens;
	}

	private static List<Label> labels(String braces) {
		List<Label> labels = new ArrayList<>();
		Matcher matcher = MATCHER.matcher(braces.substring(1, braces.length() - 1));
		int end = 0;
		while (matcher.lookingAt()) {
			labels.add(new Label(matcher.group(1), matcher.group(2), matcher.group(3).replace("\\\\", "\\")));
			end = matcher.end();
			matcher.region(end, matcher.regionEnd());
		}
		if (end != braces.length() - 2) {
			throw new IllegalArgumentException("These labels cannot be read: " + braces);
		}
		return labels;
	}

}
