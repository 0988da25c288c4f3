package dev.clickpath.edge.caching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The head of a stored response, with what every later decision asks of it worked out
 * once.
 *
 * @param status its status code
 * @param fields its end-to-end fields, without those that were of that one answer
 * @param cacheControl its directives
 * @param freshness its age and lifetime
 * @param selecting which requests it may answer
 * @param validators what tells whether it is still the current one
 */
public record StoredResponse(int status, FieldList fields, CacheControl cacheControl, Freshness freshness,
		SelectingFields selecting, Validators validators) {

	/** Told anew with every answer; the origin's {@code Age} is in the freshness. */
	private static final Set<String> OF_ONE_ANSWER = Set.of("age", "server-timing", "traceparent", "tracestate");

	/** What describes the stored body stays as it was stored (RFC 9111, section 3.2). */
	private static final Set<String> OF_THE_BODY = Set.of("content-length", "content-encoding", "content-type",
			"content-range");

	public static StoredResponse of(Fields request, int status, FieldList fields, Instant asked, Instant received) {
		FieldList kept = EndToEnd.of(fields).without(named(OF_ONE_ANSWER));
		return new StoredResponse(status, kept, CacheControl.of(kept), Freshness.of(status, fields, asked, received),
				SelectingFields.of(kept, request), Validators.of(kept));
	}

	/**
	 * This response after the origin said with a 304 that it still is the current one
	 * (RFC 9111, sections 3.2 and 4.3.4).
	 */
	public StoredResponse freshenedBy(Fields request, FieldList notModified, Instant asked, Instant received) {
		List<FieldList.Field> updates = EndToEnd.of(notModified).without(named(OF_THE_BODY)).lines();
		FieldList updated = this.fields
			.without((field) -> updates.stream().anyMatch((update) -> update.is(field.name())))
			.and(updates);
		return of(request, this.status, updated, asked, received);
	}

	/**
	 * Whether nothing but a fresh or newly validated copy may be served, whatever the
	 * circumstances (RFC 9111, section 4.2.4).
	 */
	boolean forbidsStale() {
		return this.cacheControl.has("must-revalidate") || this.cacheControl.has("proxy-revalidate")
				|| this.cacheControl.has("s-maxage") || this.cacheControl.has("no-cache");
	}

	/**
	 * Validators of a representation.
	 */
	public record Validators(@Nullable EntityTag entityTag, @Nullable Instant lastModified) {

		static Validators of(Fields fields) {
			return new Validators(EntityTag.parse(fields.first("ETag")), HttpDate.parse(fields.first("Last-Modified")));
		}

		public boolean isEmpty() {
			return this.entityTag == null && this.lastModified == null;
		}

		public Validators with(@Nullable EntityTag otherTag) {
			return new Validators(otherTag, this.lastModified);
		}

	}

	private static Predicate<FieldList.Field> named(Set<String> names) {
		return (field) -> names.contains(field.name().toLowerCase(Locale.ROOT));
	}

}
