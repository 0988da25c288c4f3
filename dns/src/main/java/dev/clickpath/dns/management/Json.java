package dev.clickpath.dns.management;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Writes the few shapes that are told here: a library for it would be larger than the
 * name server.
 */
final class Json {

	private Json() {
	}

	/**
	 * Writes maps, lists, numbers and, for whatever else, strings.
	 */
	static String of(@Nullable Object value) {
		return switch (value) {
			case null -> "null";
			case Map<?, ?> map -> map.entrySet()
				.stream()
				.map((entry) -> quoted(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
				.collect(Collectors.joining(",", "{", "}"));
			case Iterable<?> list -> {
				StringBuilder text = new StringBuilder("[");
				list.forEach((item) -> text.append((text.length() > 1) ? "," : "").append(of(item)));
				yield text.append(']').toString();
			}
			case Double number when !Double.isFinite(number) -> "null";
			case Number number -> number.toString();
			default -> quoted(value.toString());
		};
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.chars().forEach((character) -> {
			if (character == '"' || character == '\\') {
				quoted.append('\\').append((char) character);
			}
			else if (character < ' ') {
				quoted.append("\\u%04x".formatted(character));
			}
			else {
				quoted.append((char) character);
			}
		});
		return quoted.append('"').toString();
	}

}
