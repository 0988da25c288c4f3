package dev.clickpath.recommendation.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.clickpath.recommendation.parameter.Identifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One row of a request, from which an event is read field by field, strictly.
 */
final class EventRow {

	private static final int LONGEST_QUERY = 200;

	private final int number;

	private final JsonNode json;

	EventRow(int number, JsonNode json) {
		if (!json.isObject()) {
			throw new InvalidEventException(number, null, "must be a JSON object");
		}
		this.number = number;
		this.json = json;
	}

	/**
	 * @param latest the latest time that is believed
	 */
	BehaviourEvent read(Instant latest) {
		EventType type = type();
		return new BehaviourEvent(required("visitor", Identifier.VISITOR), type, product(type), query(type),
				at(latest));
	}

	private EventType type() {
		EventType type = EventType.ofWord(required("type"));
		if (type == null) {
			throw wrong("type", "must be view, basket, purchase or search");
		}
		return type;
	}

	private @Nullable String product(EventType type) {
		boolean optional = type == EventType.SEARCH && text("product") == null;
		return optional ? null : required("product", Identifier.PRODUCT);
	}

	private @Nullable String query(EventType type) {
		String query = text("query");
		if (query == null) {
			return null;
		}
		if (type != EventType.SEARCH) {
			throw wrong("query", "is for searches only");
		}
		if (query.length() > LONGEST_QUERY) {
			throw wrong("query", "must be at most " + LONGEST_QUERY + " characters long");
		}
		if (!query.codePoints().allMatch(EventRow::isText)) {
			throw wrong("query", "must be text without control characters");
		}
		return query;
	}

	private static boolean isText(int c) {
		return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
	}

	private Instant at(Instant latest) {
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

	private String required(String field, Identifier identifier) {
		String id = required(field);
		if (!identifier.matches(id)) {
			throw wrong(field, identifier.rule());
		}
		return id;
	}

	private String required(String field) {
		String text = text(field);
		if (text == null) {
			throw wrong(field, "is missing");
		}
		return text;
	}

	private @Nullable String text(String field) {
		JsonNode value = this.json.get(field);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw wrong(field, "must be a string");
		}
		return value.stringValue();
	}

	private InvalidEventException wrong(String field, String rule) {
		return new InvalidEventException(this.number, field, rule);
	}

}
