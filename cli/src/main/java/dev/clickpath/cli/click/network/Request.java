package dev.clickpath.cli.click.network;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A question.
 *
 * @param address what is asked for
 * @param fields its fields, with names in lower case
 */
public record Request(URI address, SequencedMap<String, String> fields) {

	/** The same with one more field. */
	public Request with(String name, String value) {
		SequencedMap<String, String> more = new LinkedHashMap<>(this.fields);
		more.put(name, value);
		return new Request(this.address, more);
	}

	Origin origin() {
		return Origin.of(this.address);
	}

	/** The path with the query. */
	String target() {
		String path = this.address.getRawPath();
		String query = this.address.getRawQuery();
		return ((path == null || path.isEmpty()) ? "/" : path) + ((query != null) ? "?" + query : "");
	}

}
