package dev.clickpath.catalog.seed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A map of a data file that knows where it stands, so that every complaint about one of
 * its fields names the place.
 */
final class Section {

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private final String place;

	private final Map<?, ?> fields;

	/**
	 * @param place where it stands, for people:
	 * {@code families/kitchen.yaml, family oslo-kettle}
	 */
	Section(String place, Map<?, ?> fields) {
		this.place = place;
		this.fields = fields;
	}

	static List<Section> all(String place, List<?> entries) {
		List<Section> sections = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++) {
			String entryPlace = place + ", entry " + (i + 1);
			if (!(entries.get(i) instanceof Map<?, ?> map)) {
				throw new CatalogueException(entryPlace + " must be a map of fields.");
			}
			sections.add(new Section(entryPlace, map));
		}
		return sections;
	}

	/**
	 * The same fields under a better name.
	 */
	Section called(String place) {
		return new Section(place, this.fields);
	}

	CatalogueException wrong(String field, String reason) {
		return new CatalogueException(this.place + ", " + field + ": " + reason);
	}

	void allowOnly(Set<String> known) {
		for (Object field : this.fields.keySet()) {
			if (!known.contains(String.valueOf(field))) {
				throw wrong(String.valueOf(field), "is not a field that is known here; the fields are "
						+ String.join(", ", known.stream().sorted().toList()) + ".");
			}
		}
	}

	boolean has(String field) {
		return this.fields.get(field) != null;
	}

	List<String> names() {
		return this.fields.keySet().stream().map(String::valueOf).toList();
	}

	String text(String field) {
		String text = optionalText(field);
		if (text == null) {
			throw wrong(field, "is missing.");
		}
		return text;
	}

	@Nullable String optionalText(String field) {
		Object value = this.fields.get(field);
		if (value == null) {
			return null;
		}
		if (!(value instanceof String text) || text.isBlank()) {
			throw wrong(field, "must be a text that is not empty.");
		}
		return text.strip();
	}

	String slug(String field) {
		String text = text(field);
		if (!SLUG.matcher(text).matches()) {
			throw wrong(field, "must be of the form [a-z0-9-]+, not \"" + text + "\".");
		}
		return text;
	}

	double number(String field, double least, double most) {
		BigDecimal number = decimal(field);
		if (number.doubleValue() < least || number.doubleValue() > most) {
			throw wrong(field, "must be between " + least + " and " + most + ", not " + number + ".");
		}
		return number.doubleValue();
	}

	int whole(String field, int least, int most) {
		try {
			int number = decimal(field).intValueExact();
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (ArithmeticException ex) {
			// Told below, with the range.
		}
		throw wrong(field, "must be a whole number from " + least + " to " + most + ", not " + text(field) + ".");
	}

	/**
	 * A sum in dollars, as cents.
	 */
	long cents(String field) {
		try {
			long cents = decimal(field).movePointRight(2).longValueExact();
			if (cents >= 0) {
				return cents;
			}
		}
		catch (ArithmeticException ex) {
			// Told below.
		}
		throw wrong(field, "must be a sum in dollars and cents, not " + text(field) + ".");
	}

	private BigDecimal decimal(String field) {
		String text = text(field);
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			throw wrong(field, "must be a number, not \"" + text + "\".");
		}
	}

	YearMonth month(String field, YearMonth earliest, YearMonth latest) {
		try {
			YearMonth month = YearMonth.parse(text(field));
			if (!month.isBefore(earliest) && !month.isAfter(latest)) {
				return month;
			}
		}
		catch (DateTimeException ex) {
			// Told below.
		}
		throw wrong(field,
				"must be a month from " + earliest + " to " + latest + " such as 2025-03, not " + text(field) + ".");
	}

	Section section(String field) {
		if (this.fields.get(field) instanceof Map<?, ?> map) {
			return new Section(this.place + ", " + field, map);
		}
		throw wrong(field, "must be a map.");
	}

	boolean isList(String field) {
		return this.fields.get(field) instanceof List<?>;
	}

	List<Section> sections(String field) {
		if (this.fields.get(field) instanceof List<?> entries) {
			return all(this.place + ", " + field, entries);
		}
		throw wrong(field, "must be a list.");
	}

	List<String> texts(String field) {
		if (!(this.fields.get(field) instanceof List<?> entries) || entries.isEmpty()) {
			throw wrong(field, "must be a list that is not empty.");
		}
		List<String> texts = entries.stream().map(String::valueOf).toList();
		if (Set.copyOf(texts).size() < texts.size()) {
			throw wrong(field, "names something twice.");
		}
		return texts;
	}

	/**
	 * A map of names to texts.
	 */
	Map<String, String> textsByName() {
		Map<String, String> texts = new LinkedHashMap<>();
		for (String name : names()) {
			texts.put(name, text(name));
		}
		return texts;
	}

}
