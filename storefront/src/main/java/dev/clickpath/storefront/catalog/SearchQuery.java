package dev.clickpath.storefront.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What to look for. Equal queries have equal answers.
 *
 * @param parameters by the catalogue's own names, without empty ones; of several values
 * any will do
 */
public record SearchQuery(Map<String, List<String>> parameters) {

	public SearchQuery {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * The first products in one order.
	 */
	public static SearchQuery first(int size, String sort) {
		return new SearchQuery(Map.of("sort", List.of(sort), "size", List.of(Integer.toString(size))));
	}

	public SearchQuery with(String name, String value) {
		return withAll(name, List.of(value));
	}

	public SearchQuery withAll(String name, Collection<String> values) {
		Map<String, List<String>> extended = new TreeMap<>(this.parameters);
		extended.put(name, values.stream().sorted().toList());
		return new SearchQuery(extended);
	}

	MultiValueMap<String, String> asRequestParameters() {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		this.parameters.forEach(values::addAll);
		return values;
	}

}
