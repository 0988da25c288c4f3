package dev.clickpath.edge.management;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.clickpath.edge.proxying.Purging;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What is to be purged, as it is asked for in JSON: {@code {"url": "http://host/path"}},
 * {@code {"tags": ["a", "b"]}} or {@code {"everything": true}}, each with
 * {@code "soft": true} where it may still stand in for a broken origin.
 */
final class PurgeRequest {

	private static final Set<String> MEMBERS = Set.of("url", "tags", "everything", "soft");

	private final JsonObject json;

	private final boolean softly;

	private PurgeRequest(JsonObject json, boolean softly) {
		this.json = json;
		this.softly = softly;
	}

	/**
	 * Reads a request.
	 * @throws IllegalArgumentException when it is none; its message tells what is wrong
	 */
	static PurgeRequest parse(String text) {
		try {
			JsonObject json = new JsonObject(text);
			for (String member : json.fieldNames()) {
				if (!MEMBERS.contains(member)) {
					throw new IllegalArgumentException("There is nothing like \"" + member + "\" to say in a purge");
				}
				if (json.getValue(member) == null) {
					throw new IllegalArgumentException("\"" + member + "\" says nothing");
				}
			}
			long kinds = json.fieldNames().stream().filter((name) -> !name.equals("soft")).count();
			if (kinds != 1) {
				throw new IllegalArgumentException("Say one of \"url\", \"tags\" and \"everything\"");
			}
			return new PurgeRequest(json, json.getBoolean("soft", false));
		}
		catch (DecodeException | ClassCastException ex) {
			throw new IllegalArgumentException(
					"A purge is asked for in JSON, like {\"url\": \"http://localhost:8090/assets/a.css\"}", ex);
		}
	}

	/**
	 * Purges.
	 * @throws IllegalArgumentException when it cannot be done; its message tells why
	 */
	void carryOut(Purging purging) {
		try {
			if (this.json.containsKey("url")) {
				url(purging, this.json.getString("url"));
			}
			else if (this.json.containsKey("tags")) {
				purging.tags(tags(this.json.getJsonArray("tags")), this.softly);
			}
			else if (this.json.getBoolean("everything", false)) {
				purging.everything(this.softly);
			}
			else {
				throw new IllegalArgumentException("\"everything\" can only be true");
			}
		}
		catch (ClassCastException ex) {
			throw new IllegalArgumentException(
					"\"url\" is a string, \"tags\" a list of strings, \"everything\" and \"soft\" are true or false",
					ex);
		}
	}

	private void url(Purging purging, String url) {
		try {
			purging.address(url, this.softly);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"\"url\" is an address like http://localhost:8090/assets/a.css, as " + "clients ask for it", ex);
		}
	}

	private static Set<String> tags(JsonArray array) {
		Set<String> tags = new LinkedHashSet<>();
		for (Object tag : array) {
			if (!(tag instanceof String text)) {
				throw new ClassCastException("not a string");
			}
			tags.add(text);
		}
		if (tags.isEmpty()) {
			throw new IllegalArgumentException("\"tags\" names no tag");
		}
		return tags;
	}

}
