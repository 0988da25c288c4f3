package dev.clickpath.recommendation.evaluation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

import dev.clickpath.recommendation.model.Kind;

/**
 * One line of a file: {@code visitor,type,product,at}.
 */
record Event(String visitor, Kind kind, String product, Instant at) {

	private static final int FIELDS = 4;

	private static final int LONGEST_NAME = 64;

	/**
	 * @throws IllegalArgumentException with what is wrong, when it is no such line
	 */
	static Event of(String line) {
		String[] fields = line.split(",", -1);
		if (fields.length != FIELDS) {
			throw new IllegalArgumentException("has %d fields, not visitor,type,product,at".formatted(fields.length));
		}
		return new Event(name("visitor", fields[0]), kind(fields[1]), name("product", fields[2]), at(fields[3]));
	}

	private static String name(String field, String text) {
		String name = text.strip();
		if (name.isEmpty() || name.length() > LONGEST_NAME) {
			throw new IllegalArgumentException("needs a %s of 1 to %d characters".formatted(field, LONGEST_NAME));
		}
		return name;
	}

	private static Kind kind(String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "view" -> Kind.VIEW;
			case "basket" -> Kind.BASKET;
			case "purchase" -> Kind.PURCHASE;
			default -> throw new IllegalArgumentException("needs the type view, basket or purchase");
		};
	}

	private static Instant at(String text) {
		try {
			String time = text.strip();
			return time.chars().allMatch(Character::isDigit) ? Instant.ofEpochSecond(Long.parseLong(time))
					: Instant.parse(time);
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw new IllegalArgumentException("needs a time like 2026-03-01T12:00:00Z or the seconds since 1970", ex);
		}
	}

}
