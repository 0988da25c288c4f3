package dev.clickpath.edge.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fields that stay as they are, in the order they were received.
 *
 * @param lines one entry a field line
 */
public record FieldList(List<Field> lines) implements Fields {

	/**
	 * One field line.
	 */
	public record Field(String name, String value) {

		public boolean is(String otherName) {
			return this.name.equalsIgnoreCase(otherName);
		}

	}

	public FieldList {
		lines = List.copyOf(lines);
	}

	/**
	 * From names and values in turn.
	 */
	public static FieldList of(String... namesAndValues) {
		List<Field> lines = new ArrayList<>(namesAndValues.length / 2);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			lines.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
		}
		return new FieldList(lines);
	}

	@Override
	public List<String> all(String name) {
		List<String> values = List.of();
		for (Field line : this.lines) {
			if (line.is(name)) {
				values = values.isEmpty() ? List.of(line.value()) : append(values, line.value());
			}
		}
		return values;
	}

	public FieldList without(Predicate<Field> unwanted) {
		return new FieldList(this.lines.stream().filter(unwanted.negate()).toList());
	}

	public FieldList and(List<Field> more) {
		return new FieldList(Stream.concat(this.lines.stream(), more.stream()).toList());
	}

	/**
	 * The same fields, for being kept: with words that other heads have, too.
	 */
	FieldList shared() {
		return new FieldList(this.lines.stream()
			.map((line) -> new Field(Words.shared(line.name()), Words.shared(line.value())))
			.toList());
	}

	/**
	 * The octets these lines take in a head.
	 */
	public int size() {
		return this.lines.stream().mapToInt((line) -> line.name().length() + line.value().length() + 4).sum();
	}

	private static List<String> append(List<String> values, String value) {
		List<String> appended = new ArrayList<>(values);
		appended.add(value);
		return List.copyOf(appended);
	}

}
