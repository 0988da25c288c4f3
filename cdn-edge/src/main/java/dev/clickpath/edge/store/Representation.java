package dev.clickpath.edge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.clickpath.edge.caching.EntityTag;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.ContentCoding;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * A stored response in one coding, ready to be sent: its body, and its fields as they
 * stand in every answer.
 *
 * @param response the stored response
 * @param coding the coding
 * @param body the body in that coding
 * @param validators with the entity tag of that coding
 * @param fields all fields but those that are of one answer ({@code Age},
 * {@code Cache-Status}, lengths and ranges); not to be changed
 */
public record Representation(StoredResponse response, ContentCoding coding, Body body,
		StoredResponse.Validators validators, MultiMap fields) {

	private static final Set<String> TOLD_ANEW = Set.of("content-length", "etag", "vary", "accept-ranges");

	/**
	 * The plain body, as the origin sent it.
	 * @param negotiated whether other requests get other codings
	 */
	static Representation plain(StoredResponse response, Body body, boolean negotiated) {
		return of(response, ContentCoding.IDENTITY, body, response.validators(), negotiated);
	}

	/**
	 * The body in another coding, with a tag of its own.
	 */
	static Representation encoded(StoredResponse response, ContentCoding coding, Body body) {
		EntityTag plainTag = response.validators().entityTag();
		EntityTag tag = (plainTag != null) ? plainTag.inCoding(coding.token()) : null;
		return of(response, coding, body, response.validators().with(tag), true);
	}

	/**
	 * The same body under another head.
	 */
	Representation under(StoredResponse head, boolean negotiated) {
		if (head.equals(this.response)) {
			return this;
		}
		return (this.coding == ContentCoding.IDENTITY) ? plain(head, this.body, negotiated)
				: encoded(head, this.coding, this.body);
	}

	private static Representation of(StoredResponse response, ContentCoding coding, Body body,
			StoredResponse.Validators validators, boolean negotiated) {
		MultiMap fields = HttpHeaders.headers();
		for (FieldList.Field line : response.fields().lines()) {
			if (!TOLD_ANEW.contains(line.name().toLowerCase(Locale.ROOT))) {
				add(fields, line.name(), line.value());
			}
		}
		if (validators.entityTag() != null) {
			add(fields, "ETag", validators.entityTag().toString());
		}
		if (coding != ContentCoding.IDENTITY) {
			add(fields, "Content-Encoding", coding.token());
		}
		for (String vary : vary(response.fields(), negotiated)) {
			add(fields, "Vary", vary);
		}
		if (response.status() == 200) {
			add(fields, "Accept-Ranges", "bytes");
		}
		return new Representation(response, coding, body, validators, fields);
	}

	/** The origin's own, and what the edge itself chooses by. */
	private static List<String> vary(FieldList fields, boolean negotiated) {
		List<String> vary = new ArrayList<>(fields.all("Vary"));
		boolean named = vary.stream().anyMatch((line) -> line.toLowerCase(Locale.ROOT).contains("accept-encoding"));
		if (negotiated && !named) {
			vary.add("Accept-Encoding");
		}
		return vary;
	}

	private static void add(MultiMap fields, String name, String value) {
		fields.add(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
	}

}
