package dev.clickpath.storefront.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The address of a page with parameters, from which its neighbours are made: the same
 * list in another order, with a filter more, a page on.
 *
 * @param path an encoded path on this site
 * @param parameters not yet encoded, in their order; each comes as often as it has values
 */
public record Query(String path, Map<String, List<String>> parameters) {

	public static Query of(String path) {
		return new Query(path, Map.of());
	}

	/**
	 * The same with the parameter set, or without it when there is no value.
	 */
	public Query with(String name, @Nullable String value) {
		return withAll(name, (value == null || value.isEmpty()) ? List.of() : List.of(value));
	}

	/**
	 * The same with the parameter once for each value.
	 */
	public Query withAll(String name, Collection<String> values) {
		Map<String, List<String>> changed = new LinkedHashMap<>(this.parameters);
		if (values.isEmpty()) {
			changed.remove(name);
		}
		else {
			changed.put(name, List.copyOf(values));
		}
		return new Query(this.path, changed);
	}

	public String href() {
		StringBuilder href = new StringBuilder(this.path);
		this.parameters.forEach((name, values) -> values.forEach((value) -> {
			href.append((href.length() == this.path.length()) ? '?' : '&');
			href.append(encoded(name)).append('=').append(encoded(value));
		}));
		return href.toString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
