package dev.clickpath.cli.click.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One step that a hop tells of (W3C Server Timing). When it began stands at the front of
 * the shop's descriptions, since the field has no other place for it: {@code @12.3 rest}.
 *
 * @param name the step; what a hop behind told stands behind the name of the call
 * @param at when it began, in milliseconds since its hop had the request, if that is told
 * @param millis how long it took, if that is told
 * @param description words
 */
public record ServerTiming(String name, @Nullable Double at, @Nullable Double millis, String description) {

	private static final int MOST = 200;

	private static final double LONGEST = 86_400_000;

	private static final Pattern NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]{1,100}");

	/** Java reads more than that as one. */
	private static final Pattern NUMBER = Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

	private static final Pattern BEGINNING = Pattern.compile("@(\\d{1,8}(?:\\.\\d{1,6})?)(?:\\s+(.*))?");

	/**
	 * Reads the lines of the field; what is malformed is left out, and so is what comes
	 * after the first 200 steps.
	 */
	public static List<ServerTiming> parse(List<String> lines) {
		List<ServerTiming> all = new ArrayList<>();
		for (String line : lines) {
			for (String metric : FieldValue.split(line, ',')) {
				List<String> parts = FieldValue.split(metric, ';');
				if (all.size() < MOST && NAME.matcher(parts.getFirst()).matches()) {
					Map<String, String> parameters = FieldValue.parameters(parts.subList(1, parts.size()));
					all.add(of(parts.getFirst(), parameters.getOrDefault("dur", ""),
							parameters.getOrDefault("desc", "")));
				}
			}
		}
		return List.copyOf(all);
	}

	private static ServerTiming of(String name, String duration, String description) {
		Matcher beginning = BEGINNING.matcher(description);
		if (!beginning.matches()) {
			return new ServerTiming(name, null, number(duration), description);
		}
		String rest = beginning.group(2);
		return new ServerTiming(name, number(beginning.group(1)), number(duration), (rest != null) ? rest : "");
	}

	private static @Nullable Double number(String text) {
		if (!NUMBER.matcher(text).matches()) {
			return null;
		}
		double number = Double.parseDouble(text);
		return (number <= LONGEST) ? Double.valueOf(number) : null;
	}

}
