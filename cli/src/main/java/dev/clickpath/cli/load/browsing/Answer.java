package dev.clickpath.cli.load.browsing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param fields by name in small letters
 * @param body as it came over the wire; nobody changes or compares it
 */
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, Map<String, List<String>> fields, byte[] body) {

	List<String> all(String name) {
		return this.fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
	}

	/** Its lines joined. */
	Optional<String> field(String name) {
		List<String> all = all(name);
		return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
	}

}
