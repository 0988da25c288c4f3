package dev.clickpath.edge.disk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CacheRules;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.encoding.Effort;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.Representation;
import dev.clickpath.edge.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * All of an object but the octets of its bodies. What follows from it by the rules for
 * caching is not kept, but worked out anew by the rules that are then in force.
 *
 * @param key the key it is stored under
 * @param written when it was stored
 * @param status its status code
 * @param fields its fields
 * @param selecting the request fields that {@code Vary} names, as they stood
 * @param received when it arrived
 * @param initialAge how old it was then: all that is left of its {@code Age} and of when
 * it was asked for
 * @param range which octets its body has, or null when it has all of them
 * @param parts the bodies, in the order of the file; the plain one first
 */
record ObjectHead(CacheKey key, Mark written, int status, FieldList fields, Map<String, String> selecting,
		Instant received, Duration initialAge, @Nullable ContentRange range, List<Part> parts) {

	ObjectHead {
		selecting = Map.copyOf(selecting);
		parts = List.copyOf(parts);
	}

	/**
	 * One body.
	 *
	 * @param coding the coding it is in
	 * @param length how many octets it has, or {@link #STAND_IN}
	 */
	record Part(ContentCoding coding, int length) {

		/**
		 * In place of the length: the coding made it no smaller, and the plain body
		 * stands in.
		 */
		static final int STAND_IN = -1;

		boolean standsIn() {
			return this.length == STAND_IN;
		}

	}

	static ObjectHead of(CacheKey key, StoredObject object, Mark written) {
		StoredResponse response = object.response();
		return new ObjectHead(key, written, response.status(), response.fields(), response.selecting().values(),
				response.freshness().received(), response.freshness().initialAge(), response.range(),
				kept(object).stream().map(ObjectHead::part).toList());
	}

	/**
	 * The bodies that are kept: the plain one and those that were made thoroughly.
	 */
	static List<Body> bodies(StoredObject object) {
		return kept(object).stream()
			.filter((entry) -> !part(entry).standsIn())
			.map((entry) -> entry.getValue().body())
			.toList();
	}

	private static List<Map.Entry<ContentCoding, Representation>> kept(StoredObject object) {
		List<Map.Entry<ContentCoding, Representation>> kept = new ArrayList<>();
		kept.add(Map.entry(ContentCoding.IDENTITY, object.plain()));
		for (ContentCoding coding : ContentCoding.values()) {
			Representation made = object.representations().get(coding);
			if (coding != ContentCoding.IDENTITY && made != null && made.effort() == Effort.HIGH) {
				kept.add(Map.entry(coding, made));
			}
		}
		return kept;
	}

	private static Part part(Map.Entry<ContentCoding, Representation> entry) {
		boolean own = entry.getValue().coding() == entry.getKey();
		return new Part(entry.getKey(), own ? entry.getValue().body().length() : Part.STAND_IN);
	}

	FileName name() {
		return FileName.of(this.key, this.selecting);
	}

	/**
	 * How many octets all bodies have together.
	 */
	long bodyLength() {
		return this.parts.stream().mapToLong((part) -> Math.max(0, part.length())).sum();
	}

	/**
	 * The request that it answered, as far as that matters.
	 */
	List<String> request(String name) {
		String value = this.selecting.getOrDefault(name.toLowerCase(Locale.ROOT), "");
		return value.isEmpty() ? List.of() : List.of(value);
	}

	/**
	 * The response, as the rules see it now.
	 */
	StoredResponse response(CacheRules rules) {
		FieldList aged = this.fields.without((field) -> field.is("Age"))
			.and(List.of(new FieldList.Field("Age", Long.toString(this.initialAge.toSeconds()))));
		StoredResponse response = StoredResponse.of(rules, this::request, this.status, aged, this.received,
				this.received);
		return (this.range != null) ? response.with(this.range) : response;
	}

}
