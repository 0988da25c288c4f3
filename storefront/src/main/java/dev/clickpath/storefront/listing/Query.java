package dev.clickpath.storefront.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The address of a page with parameters, from which its neighbours are made: the same
 * list in another order, with a filter more, a page on.
 *
 * @param path an encoded path on this site
 * @param parameters not yet encoded, in their order
 */
public record Query(String path, Map<String, String> parameters) {

	public static Query of(String path) {
		return new Query(path, Map.of());
	}

	/**
	 * The same with the parameter set, or without it when there is no value.
	 */
	public Query with(String name, @Nullable String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.parameters);
		if (value == null || value.isEmpty()) {
			changed.remove(name);
		}
		else {
			changed.put(name, value);
		}
		return new Query(this.path, changed);
	}

	public String href() {
		if (this.parameters.isEmpty()) {
			return this.path;
		}
		return this.parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "="
					+ URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", this.path + "?", ""));
	}

}
