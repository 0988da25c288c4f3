package dev.clickpath.recommendation.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.clickpath.recommendation.events.BehaviourEvent.Hints;
import dev.clickpath.recommendation.parameter.Identifier;
import dev.clickpath.recommendation.parameter.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One row of a request, from which an event is read field by field, strictly.
 */
final class EventRow {

	private static final int LONGEST_QUERY = 200;

	private static final int LONGEST_NAME = 64;

	/** Above, not every whole number has a double of its own. */
	private static final double LARGEST_EXACT = 0x1p53;

	private final int number;

	private final JsonNode json;

	EventRow(int number, JsonNode json) throws BadRowException {
		if (!json.isObject()) {
			throw new BadRowException(number, null, "must be a JSON object");
		}
		this.number = number;
		this.json = json;
	}

	/**
	 * @param latest the latest time that is believed
	 */
	BehaviourEvent read(Instant latest) throws BadRowException {
		EventType type = type();
		return new BehaviourEvent(required("visitor", Identifier.VISITOR), type, product(type), query(type), at(latest),
				hints());
	}

	private Hints hints() throws BadRowException {
		String region = text("region");
		if (region != null && !Identifier.REGION.matches(region)) {
			throw wrong("region", Identifier.REGION.rule());
		}
		String category = text("category", LONGEST_NAME);
		String brand = text("brand", LONGEST_NAME);
		boolean none = region == null && category == null && brand == null;
		return none ? Hints.NONE : new Hints(region, category, brand);
	}

	private EventType type() throws BadRowException {
		EventType type = EventType.ofWord(required("type"));
		if (type == null) {
			throw wrong("type", "must be view, basket, purchase or search");
		}
		return type;
	}

	private @Nullable String product(EventType type) throws BadRowException {
		boolean none = type == EventType.SEARCH && id("product") == null;
		return none ? null : required("product", Identifier.PRODUCT);
	}

	private @Nullable String query(EventType type) throws BadRowException {
		String query = text("query", LONGEST_QUERY);
		if (query != null && type != EventType.SEARCH) {
			throw wrong("query", "is for searches only");
		}
		return query;
	}

	/** Free text, null where there is none. */
	private @Nullable String text(String field, int longest) throws BadRowException {
		String text = text(field);
		if (text == null || text.isEmpty()) {
			return null;
		}
		if (text.length() > longest) {
			throw wrong(field, "must be at most " + longest + " characters long");
		}
		if (!PlainText.is(text)) {
			throw wrong(field, "must be text without control characters");
		}
		return text;
	}

	private Instant at(Instant latest) throws BadRowException {
		Instant at;
		try {
			// PostgreSQL keeps microseconds.
			at = Instant.parse(required("at")).truncatedTo(ChronoUnit.MICROS);
		}
		catch (DateTimeException ex) {
			throw wrong("at", "must be an instant such as 2026-01-31T12:00:00Z");
		}
		if (at.isBefore(Instant.EPOCH)) {
			throw wrong("at", "must not be before 1970");
		}
		if (at.isAfter(latest)) {
			throw wrong("at", "must not be in the future");
		}
		return at;
	}

	private String required(String field, Identifier identifier) throws BadRowException {
		String id = present(field, id(field));
		if (!identifier.matches(id)) {
			throw wrong(field, identifier.rule());
		}
		return id;
	}

	private String required(String field) throws BadRowException {
		return present(field, text(field));
	}

	private String present(String field, @Nullable String value) throws BadRowException {
		if (value == null) {
			throw wrong(field, "is missing");
		}
		return value;
	}

	/**
	 * Many have numbers for ids, and tables in whose columns some are missing say 12.0
	 * for 12.
	 */
	private @Nullable String id(String field) throws BadRowException {
		JsonNode value = this.json.get(field);
		if (value == null || !value.isNumber()) {
			return text(field);
		}
		return value.isIntegralNumber() ? value.asString() : whole(field, value.doubleValue());
	}

	private String whole(String field, double number) throws BadRowException {
		if (number != Math.rint(number) || Math.abs(number) > LARGEST_EXACT) {
			throw wrong(field, "must be a string or a whole number");
		}
		return Long.toString((long) number);
	}

	private @Nullable String text(String field) throws BadRowException {
		JsonNode value = this.json.get(field);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw wrong(field, "must be a string");
		}
		return value.stringValue();
	}

	private BadRowException wrong(String field, String rule) {
		return new BadRowException(this.number, field, rule);
	}

}
