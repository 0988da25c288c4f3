package dev.clickpath.cli.soak;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.clickpath.cli.http.Codings;
import org.jspecify.annotations.Nullable;

/**
 * A request, with all that is needed to judge its answer.
 *
 * @param kind what sort
 * @param resource what is asked for
 * @param coding in which coding
 * @param range the part that is asked for, or null for all
 * @param kept what the client has already, or null when it asks without conditions; with
 * a part it asks for that part only of the very same body
 */
record Ask(Kind kind, Resource resource, String coding, @Nullable Part range, @Nullable Kept kept) {

	/**
	 * A part of a body.
	 *
	 * @param first the first byte's position
	 * @param last the last byte's
	 */
	record Part(long first, long last) {
	}

	/**
	 * What a client remembers of an earlier answer.
	 *
	 * @param entityTag its tag
	 * @param version its version
	 */
	record Kept(String entityTag, long version) {
	}

	static Ask plainly(Kind kind, Resource resource) {
		return new Ask(kind, resource, Codings.IDENTITY, null, null);
	}

	boolean isHead() {
		return this.kind == Kind.HEAD;
	}

	String method() {
		return isHead() ? "HEAD" : "GET";
	}

	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("Accept-Encoding", this.coding);
		if (this.range != null) {
			fields.put("Range", "bytes=%d-%d".formatted(this.range.first(), this.range.last()));
		}
		if (this.kept != null) {
			fields.put((this.range != null) ? "If-Range" : "If-None-Match", this.kept.entityTag());
		}
		return fields;
	}

	@Override
	public String toString() {
		return "%s %s %s".formatted(method(), this.resource.path(), fields());
	}

}
