package dev.clickpath.edge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.EntityTag;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.caching.Validators;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.encoding.Effort;
import io.vertx.core.MultiMap;

/**
 * A stored response in one coding, ready to be sent: its body, and its fields as they
 * stand in every answer.
 *
 * @param response the stored response
 * @param coding the coding
 * @param effort with which it was made
 * @param body the body in that coding
 * @param validators with the entity tag of that coding
 * @param fields all fields but those that are of one answer ({@code Age},
 * {@code Cache-Status}, lengths and ranges), names and values in turn
 */
public record Representation(StoredResponse response, ContentCoding coding, Effort effort, Body body,
		Validators validators, List<CharSequence> fields) {

	private static final Set<String> TOLD_ANEW = Set.of("content-length", "etag", "vary", "accept-ranges");

	/** RFC 9530, section 3: they are of the plain body alone. */
	private static final Set<String> OF_THE_PLAIN_BODY = Set.of("content-digest", "content-md5", "digest",
			"repr-digest");

	private static final Set<Integer> WITH_RANGES = Set.of(200, 206);

	/**
	 * The plain body, as the origin sent it.
	 * @param negotiated whether other requests get other codings
	 */
	static Representation plain(StoredResponse response, Body body, boolean negotiated) {
		return of(response, ContentCoding.IDENTITY, Effort.HIGH, body, response.validators(), negotiated);
	}

	/**
	 * The body in another coding, with a tag of its own: the octets of a quick coding are
	 * not those of a thorough one.
	 */
	static Representation encoded(StoredResponse response, ContentCoding coding, Effort effort, Body body) {
		EntityTag plainTag = response.validators().entityTag();
		if (plainTag == null || plainTag.bare()) {
			return of(response, coding, effort, body, response.validators().with(null, null), true);
		}
		EntityTag thorough = plainTag.inCoding(coding.token());
		EntityTag quick = plainTag.inCoding(coding.token() + "-quick");
		Validators validators = (effort == Effort.HIGH) ? response.validators().with(thorough, quick)
				: response.validators().with(quick, thorough);
		return of(response, coding, effort, body, validators, true);
	}

	/**
	 * The same body under another head.
	 */
	Representation under(StoredResponse head, boolean negotiated) {
		if (head.equals(this.response)) {
			return this;
		}
		return (this.coding == ContentCoding.IDENTITY) ? plain(head, this.body, negotiated)
				: encoded(head, this.coding, this.effort, this.body);
	}

	/**
	 * Which octets of the whole the body has.
	 */
	public ContentRange content() {
		ContentRange range = this.response.range();
		return (range != null) ? range : ContentRange.whole(this.body.length());
	}

	private static Representation of(StoredResponse response, ContentCoding coding, Effort effort, Body body,
			Validators validators, boolean negotiated) {
		List<CharSequence> fields = new ArrayList<>();
		for (FieldList.Field line : response.fields().lines()) {
			String name = line.name().toLowerCase(Locale.ROOT);
			boolean ofThisBody = coding == ContentCoding.IDENTITY || !OF_THE_PLAIN_BODY.contains(name);
			if (ofThisBody && !TOLD_ANEW.contains(name)) {
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
		if (WITH_RANGES.contains(response.status())) {
			add(fields, "Accept-Ranges", "bytes");
		}
		return new Representation(response, coding, effort, body, validators, List.copyOf(fields));
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

	private static void add(List<CharSequence> fields, String name, String value) {
		fields.add(HeadText.of(name));
		fields.add(HeadText.of(value));
	}

	/**
	 * Adds the fields to an answer's.
	 */
	public void addFieldsTo(MultiMap headers) {
		for (int i = 0; i < this.fields.size(); i += 2) {
			headers.add(this.fields.get(i), this.fields.get(i + 1));
		}
	}

}
