package dev.clickpath.edge.caching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests and responses written as one line of text:
 * {@code "Name: value | Name: value"}.
 */
final class Requests {

	/** The instant all rows count from. */
	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private Requests() {
	}

	static FieldList fields(String text) {
		List<FieldList.Field> lines = new ArrayList<>();
		if (!text.isBlank()) {
			for (String line : text.split("\\|", -1)) {
				int colon = line.indexOf(':');
				lines.add(new FieldList.Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
			}
		}
		return new FieldList(lines);
	}

	static CachingRequest get(String fields) {
		return request("GET", fields);
	}

	static CachingRequest request(String method, String fields) {
		return new CachingRequest(method, fields(fields), false);
	}

	/**
	 * A response that arrived at noon without delay.
	 */
	static StoredResponse response(int status, String fields) {
		return response("", status, fields);
	}

	static StoredResponse response(String request, int status, String fields) {
		return response(CacheRules.CAUTIOUS, request, status, fields);
	}

	static StoredResponse response(CacheRules rules, String request, int status, String fields) {
		return StoredResponse.of(rules, fields(request), status, fields(fields), NOON, NOON);
	}

	/**
	 * The rules that go by this name.
	 */
	static CacheRules rules(String name) {
		return switch (name) {
			case "rfc" -> CacheRules.RFC;
			case "cautious" -> CacheRules.CAUTIOUS;
			default -> throw new IllegalArgumentException(name);
		};
	}

}
