package dev.clickpath.edge.caching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The request fields that a response's {@code Vary} names, as they stood in the request
 * it answered: it may only answer requests in which they stand the same (RFC 9111,
 * section 4.1).
 * <p>
 * {@code Accept-Encoding} is not among them: the origin is always asked for the plain
 * body, and the edge itself encodes it.
 *
 * @param values by lower-case name, normalised; empty for a field that was not there
 */
public record SelectingFields(Map<String, String> values) {

	private static final SelectingFields NONE = new SelectingFields(Map.of());

	public SelectingFields {
		values = Map.copyOf(values);
	}

	static SelectingFields of(Fields response, Fields request) {
		Map<String, String> values = new HashMap<>();
		for (String name : ListParser.elements(response.all("Vary"))) {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (!lowerCase.equals("accept-encoding")) {
				values.put(lowerCase, normalised(request, lowerCase));
			}
		}
		return values.isEmpty() ? NONE : new SelectingFields(values);
	}

	public boolean match(Fields request) {
		if (this.values.isEmpty()) {
			return true;
		}
		return this.values.entrySet()
			.stream()
			.allMatch((entry) -> entry.getValue().equals(normalised(request, entry.getKey())));
	}

	/**
	 * Lines are joined and white space around commas is left out, as section 4.1 allows.
	 */
	private static String normalised(Fields request, String name) {
		return String.join(",", ListParser.elements(request.all(name)));
	}

}
