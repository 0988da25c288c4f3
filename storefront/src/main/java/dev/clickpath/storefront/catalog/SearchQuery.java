package dev.clickpath.storefront.catalog;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What to look for. Equal queries have equal answers.
 *
 * @param parameters by the catalogue's own names, without empty ones
 */
public record SearchQuery(Map<String, String> parameters) {

	public SearchQuery {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * The first products in one order.
	 */
	public static SearchQuery first(int size, String sort) {
		return new SearchQuery(Map.of("sort", sort, "size", Integer.toString(size)));
	}

	public SearchQuery with(String name, String value) {
		Map<String, String> extended = new TreeMap<>(this.parameters);
		extended.put(name, value);
		return new SearchQuery(extended);
	}

	MultiValueMap<String, String> asRequestParameters() {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		this.parameters.forEach(values::add);
		return values;
	}

}
