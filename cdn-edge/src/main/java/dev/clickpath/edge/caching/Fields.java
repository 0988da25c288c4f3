package dev.clickpath.edge.caching;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a message's head, asked by name without regard to case (RFC 9110, section
 * 5.1).
 */
@FunctionalInterface
public interface Fields {

	/**
	 * The values of every line of that name, in order; empty when there is none.
	 */
	List<String> all(String name);

	default boolean has(String name) {
		return !all(name).isEmpty();
	}

	/**
	 * The value of the first line, for fields that are not lists.
	 */
	default @Nullable String first(String name) {
		List<String> values = all(name);
		return values.isEmpty() ? null : values.getFirst();
	}

	/**
	 * All lines as one list (RFC 9110, section 5.3), or null when there is none.
	 */
	default @Nullable String joined(String name) {
		List<String> values = all(name);
		return switch (values.size()) {
			case 0 -> null;
			case 1 -> values.getFirst();
			default -> String.join(", ", values);
		};
	}

}
