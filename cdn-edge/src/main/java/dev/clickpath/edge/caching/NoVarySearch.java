package dev.clickpath.edge.caching;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an origin promises of the parameters in a query: that they, or their order, make
 * no difference ({@code No-Vary-Search}, IETF draft of the HTTP working group).
 *
 * @param anyOrder whether their order makes none
 * @param all whether none makes any, but for those named
 * @param names those that make none, or with {@code all} those that do
 */
record NoVarySearch(boolean anyOrder, boolean all, Set<String> names) {

	private static final String FIELD = "No-Vary-Search";

	/**
	 * The promise, or null where there is none, or none that can be read: then every
	 * parameter counts.
	 */
	static @Nullable NoVarySearch of(Fields response) {
		List<String> lines = response.all(FIELD);
		Map<String, Object> members = lines.isEmpty() ? null : StructuredFields.dictionary(lines);
		if (members == null) {
			return null;
		}
		Object order = members.getOrDefault("key-order", false);
		Object params = members.getOrDefault("params", false);
		Set<String> named = (params instanceof Boolean) ? Set.of() : names(params);
		Set<String> except = names(members.getOrDefault("except", List.of()));
		boolean all = Boolean.TRUE.equals(params);
		boolean sound = order instanceof Boolean && named != null && except != null
				&& (all || !members.containsKey("except"));
		if (!sound || named == null || except == null) {
			return null;
		}
		boolean anyOrder = Boolean.TRUE.equals(order);
		boolean promises = anyOrder || all || !named.isEmpty();
		return promises ? new NoVarySearch(anyOrder, all, all ? except : named) : null;
	}

	/**
	 * Whether a parameter of this name makes a difference.
	 */
	boolean varies(String name) {
		return this.all == this.names.contains(name);
	}

	/**
	 * The name of a parameter as forms write it.
	 */
	static String nameOf(String parameter) {
		int equals = parameter.indexOf('=');
		String name = (equals < 0) ? parameter : parameter.substring(0, equals);
		if (name.indexOf('%') < 0 && name.indexOf('+') < 0) {
			return name;
		}
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return name;
		}
	}

	/** Names of an inner list of strings; null for anything else. */
	private static @Nullable Set<String> names(Object value) {
		if (!(value instanceof List<?> items)) {
			return null;
		}
		Set<String> names = new HashSet<>();
		for (Object item : items) {
			if (!(item instanceof String name)) {
				return null;
			}
			names.add(name);
		}
		return names;
	}

}
