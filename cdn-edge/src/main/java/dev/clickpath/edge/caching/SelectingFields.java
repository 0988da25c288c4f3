package dev.clickpath.edge.caching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The request fields that a response's {@code Vary} names, as they stood in the request
 * it answered: it may only answer requests in which they stand the same (RFC 9111,
 * section 4.1).
 * <p>
 * {@code Accept-Encoding} is not among them: the origin is always asked for the plain
 * body, and the edge itself encodes it.
 *
 * @param values by lower-case name, normalised; empty for a field that was not there
 * @param language the language of the response, where that is enough to answer all who
 * want it most; or null
 */
public record SelectingFields(Map<String, String> values, @Nullable String language) {

	private static final String ACCEPT_LANGUAGE = "accept-language";

	/** A field that is there, but empty, as no other is written. */
	private static final String EMPTY = ",";

	private static final SelectingFields NONE = new SelectingFields(Map.of(), null);

	public SelectingFields {
		values = Map.copyOf(values);
	}

	static SelectingFields of(Fields response, Fields request, boolean byLanguage) {
		Map<String, String> values = new HashMap<>();
		for (String name : ListParser.elements(response.all("Vary"))) {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (!lowerCase.equals("accept-encoding")) {
				values.put(lowerCase, normalised(request, lowerCase));
			}
		}
		if (values.isEmpty()) {
			return NONE;
		}
		String language = (byLanguage && values.containsKey(ACCEPT_LANGUAGE)) ? response.first("Content-Language")
				: null;
		return new SelectingFields(values, (language != null) ? language.strip().toLowerCase(Locale.ROOT) : null);
	}

	/**
	 * Whether the response may answer this request, too.
	 */
	public boolean match(Fields request) {
		if (this.values.isEmpty()) {
			return true;
		}
		return this.values.entrySet().stream().allMatch((entry) -> matches(request, entry.getKey(), entry.getValue()));
	}

	/**
	 * How the same fields stand in another request, told in one line.
	 */
	public String of(Fields request) {
		return this.values.keySet()
			.stream()
			.sorted()
			.map((name) -> name + "=" + normalised(request, name))
			.collect(Collectors.joining("\n"));
	}

	private boolean matches(Fields request, String name, String value) {
		return value.equals(normalised(request, name)) || (name.equals(ACCEPT_LANGUAGE) && this.language != null
				&& this.language.equals(mostWanted(ListParser.elements(request.all(name)))));
	}

	/**
	 * Lines are joined and white space around commas is left out; the order of languages
	 * says nothing, since their weights say it all (section 4.1; RFC 9110, section
	 * 12.5.4).
	 */
	private static String normalised(Fields request, String name) {
		List<String> lines = request.all(name);
		List<String> elements = ListParser.elements(lines);
		if (elements.isEmpty()) {
			return lines.isEmpty() ? "" : EMPTY;
		}
		if (name.equals(ACCEPT_LANGUAGE)) {
			elements = elements.stream()
				.map((element) -> element.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""))
				.sorted(Comparator.comparingDouble(SelectingFields::weight)
					.reversed()
					.thenComparing((element) -> element))
				.toList();
		}
		return String.join(",", elements);
	}

	/**
	 * The one language that is wanted, and more than all others, or null.
	 */
	private static @Nullable String mostWanted(List<String> elements) {
		List<String> ordered = elements.stream()
			.map((element) -> element.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""))
			.filter((element) -> weight(element) > 0)
			.sorted(Comparator.comparingDouble(SelectingFields::weight).reversed())
			.toList();
		boolean alone = ordered.size() == 1 || (ordered.size() > 1 && weight(ordered.get(0)) > weight(ordered.get(1)));
		return alone ? ordered.getFirst().split(";", 2)[0] : null;
	}

	private static double weight(String element) {
		int parameter = element.indexOf(";q=");
		if (parameter < 0) {
			return 1;
		}
		try {
			return Double.parseDouble(element.substring(parameter + 3));
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
