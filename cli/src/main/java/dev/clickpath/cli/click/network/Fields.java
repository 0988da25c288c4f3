package dev.clickpath.cli.click.network;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

	/**
	 * The same of a field with an address, which some send in UTF-8 though nothing but
	 * ASCII belongs there: codecs take each byte for a character.
	 */
	public @Nullable String address(String name) {
		String value = value(name);
		return (value != null) ? utf8(value) : null;
	}

	private static String utf8(String latin1) {
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
				.toString();
		}
		catch (CharacterCodingException ex) {
			return latin1;
		}
	}

}
