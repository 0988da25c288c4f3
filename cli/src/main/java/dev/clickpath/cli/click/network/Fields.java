package dev.clickpath.cli.click.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields of an answer, each with the lines it came in.
 */
public final class Fields {

	private final Map<String, List<String>> lines = new LinkedHashMap<>();

	/**
	 * The fields in what a codec has read.
	 */
	static Fields of(Iterable<? extends Map.Entry<? extends CharSequence, ? extends CharSequence>> entries) {
		Fields fields = new Fields();
		for (Map.Entry<? extends CharSequence, ? extends CharSequence> entry : entries) {
			fields.lines
				.computeIfAbsent(entry.getKey().toString().toLowerCase(Locale.ROOT), (name) -> new ArrayList<>())
				.add(entry.getValue().toString());
		}
		return fields;
	}

	/** All lines of a field. */
	public List<String> all(String name) {
		return List.copyOf(this.lines.getOrDefault(name, List.of()));
	}

	/** The lines of a field as one, or null when it is not there. */
	public @Nullable String value(String name) {
		List<String> all = this.lines.get(name);
		return (all != null) ? String.join(", ", all) : null;
	}

}
