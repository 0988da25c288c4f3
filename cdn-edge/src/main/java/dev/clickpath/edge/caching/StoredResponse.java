package dev.clickpath.edge.caching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
 * @param range which octets its body has, or null when it has all of them
 * @param tags the surrogate keys it can be purged by
 */
public record StoredResponse(int status, FieldList fields, CacheControl cacheControl, Freshness freshness,
		SelectingFields selecting, Validators validators, @Nullable ContentRange range, Set<String> tags) {

	/** Told anew with every answer; the origin's {@code Age} is in the freshness. */
	private static final Set<String> OF_ONE_ANSWER = Set.of("age", "server-timing", "traceparent", "tracestate");

	/**
	 * What a stored body depends on stays as it was stored (RFC 9111, section 3.2), and
	 * with it the tag by which it was asked for.
	 */
	private static final Set<String> OF_THE_BODY = Set.of("content-length", "content-encoding", "content-range",
			"content-md5", "content-digest", "repr-digest", "etag");

	/** What is said of the octets of one message (RFC 9530, section 2). */
	private static final Set<String> OF_THE_CONTENT = Set.of("content-length", "content-range", "content-md5",
			"content-digest");

	private static final Set<String> TAG_FIELDS = Set.of("surrogate-key", "cache-tag");

	private static final int PARTIAL = 206;

	private static final int OK = 200;

	/**
	 * A response as it comes from the origin.
	 * @param request the fields of the request that it answers
	 * @param asked when the request was sent
	 * @param received when the response arrived
	 */
	public static StoredResponse of(CacheRules rules, Fields request, int status, FieldList fields, Instant asked,
			Instant received) {
		ContentRange range = (status == PARTIAL) ? ContentRange.parse(fields.first("Content-Range")) : null;
		return of(rules, request, status, fields, asked, received, range);
	}

	private static StoredResponse of(CacheRules rules, Fields request, int status, FieldList fields, Instant asked,
			Instant received, @Nullable ContentRange range) {
		CacheControl directives = CacheControl.of(fields, rules.targets());
		Freshness freshness = Freshness.of(status, fields, directives, asked, received, rules.negativeLifetime());
		Instant date = HttpDate.parse(fields.first("Date"));
		FieldList kept = EndToEnd.of(fields).without(named(OF_ONE_ANSWER)).without(named(withheld(directives)));
		if (date == null) {
			kept = kept.without((field) -> field.is("Date")).and(dateIfMissing(FieldList.of(), received));
		}
		return new StoredResponse(status, kept.shared(), directives, freshness,
				SelectingFields.of(kept, request, rules.bold()), Validators.of(kept, (date != null) ? date : received),
				range, tags(kept));
	}

	/**
	 * This response after the origin said with a 304 that it still is the current one
	 * (RFC 9111, sections 3.2 and 4.3.4).
	 */
	public StoredResponse freshenedBy(CacheRules rules, Fields request, FieldList notModified, Instant asked,
			Instant received) {
		EntityTag tag = EntityTag.parse(notModified.first("ETag"));
		EntityTag own = this.validators.entityTag();
		if (tag != null && own != null && tag.isStrong() && !tag.equals(own)) {
			// It speaks of another representation: none of its fields is about this one
			// (section 4.3.4). That the one asked about is current, it says all the same.
			return with(this.freshness.renewed(received));
		}
		return updatedBy(rules, request, notModified, asked, received);
	}

	/**
	 * This response after a {@code HEAD} told its fields anew (RFC 9111, section 4.3.5).
	 */
	public StoredResponse updatedBy(CacheRules rules, Fields request, FieldList update, Instant asked,
			Instant received) {
		List<FieldList.Field> updates = EndToEnd.of(update)
			.and(dateIfMissing(update, received))
			.without(named(OF_THE_BODY))
			.lines();
		FieldList updated = this.fields.without((field) -> updates.stream().anyMatch((line) -> line.is(field.name())))
			.and(updates);
		return of(rules, request, this.status, updated, asked, received, this.range);
	}

	/**
	 * Whether a {@code HEAD}'s fields are those of this very representation (RFC 9111,
	 * section 4.3.5).
	 * @param length of the stored body
	 */
	public boolean isDescribedBy(FieldList head, long length) {
		String announced = head.first("Content-Length");
		EntityTag tag = EntityTag.parse(head.first("ETag"));
		Instant modified = HttpDate.parse(head.first("Last-Modified"));
		return (announced == null || announced.strip().equals(Long.toString(length)))
				&& (tag == null || tag.equals(this.validators.entityTag()))
				&& (modified == null || modified.equals(this.validators.lastModified()));
	}

	/**
	 * The same response, stale from now on if it was not before.
	 */
	public StoredResponse expiredBy(Instant now) {
		return with(this.freshness.endedBy(now));
	}

	/**
	 * The same response for a body that has these octets: a 206, or a 200 when that is
	 * all.
	 */
	public StoredResponse with(ContentRange content) {
		boolean whole = content.isWhole();
		FieldList kept = this.fields.without(named(OF_THE_CONTENT));
		return new StoredResponse(whole ? OK : PARTIAL, kept, this.cacheControl, this.freshness, this.selecting,
				this.validators, whole ? null : content, this.tags);
	}

	/**
	 * The same response, when its range is not what it said: no other part is put
	 * together with it.
	 */
	public StoredResponse miscounted() {
		return new StoredResponse(this.status, this.fields, this.cacheControl, this.freshness, this.selecting,
				this.validators.weakened(), this.range, this.tags);
	}

	private StoredResponse with(Freshness other) {
		return new StoredResponse(this.status, this.fields, this.cacheControl, other, this.selecting, this.validators,
				this.range, this.tags);
	}

	public boolean isPartial() {
		return this.status == PARTIAL;
	}

	/**
	 * Whether another part may be put together with this one (RFC 9111, section 3.4).
	 */
	public boolean combinesWith(StoredResponse other) {
		return this.range != null && other.range != null && this.range.touches(other.range)
				&& this.validators.matchStrongly(other.validators);
	}

	/**
	 * Fields that only the one gets who the response was made for, in lower case: they
	 * may not be stored, or not be sent without validation, so they are not kept
	 * (sections 5.2.2.4 and 5.2.2.7).
	 */
	public Set<String> withheld() {
		return withheld(this.cacheControl);
	}

	/**
	 * Whether nothing but a fresh or newly validated copy may be served, whatever the
	 * circumstances (RFC 9111, section 4.2.4).
	 */
	public boolean forbidsStale() {
		return this.cacheControl.has("must-revalidate") || this.cacheControl.has("proxy-revalidate")
				|| this.cacheControl.has("s-maxage") || needsValidation();
	}

	/**
	 * Whether the body is to stay as it is. Caches of other kinds are told so with a
	 * field of its own, but all are with {@code Cache-Control} (RFC 9110, section 7.7).
	 */
	public boolean forbidsTransforming() {
		return this.cacheControl.has("no-transform") || CacheControl.of(this.fields).has("no-transform");
	}

	/** Section 5.2.2.4. */
	boolean needsValidation() {
		return this.cacheControl.isUnqualified("no-cache");
	}

	/**
	 * Whether the response may answer requests with credentials, and be stored for one
	 * (section 3.5).
	 */
	public boolean allowsCredentials() {
		return this.cacheControl.has("public") || this.cacheControl.has("must-revalidate")
				|| this.cacheControl.has("s-maxage");
	}

	private static Set<String> withheld(CacheControl directives) {
		Set<String> names = new TreeSet<>(directives.fieldNames("no-cache"));
		names.addAll(directives.fieldNames("private"));
		return names;
	}

	/** A response without a date is of the time it arrived (RFC 9110, section 6.6.1). */
	private static List<FieldList.Field> dateIfMissing(Fields response, Instant received) {
		return response.has("Date") ? List.of() : List.of(new FieldList.Field("Date", HttpDate.format(received)));
	}

	private static Set<String> tags(FieldList fields) {
		Set<String> tags = new TreeSet<>();
		for (String name : TAG_FIELDS) {
			for (String line : fields.all(name)) {
				tags.addAll(List.of(line.strip().split("[\\s,]+")));
			}
		}
		tags.remove("");
		return Set.copyOf(tags);
	}

	private static Predicate<FieldList.Field> named(Set<String> names) {
		return (field) -> names.contains(field.name().toLowerCase(Locale.ROOT));
	}

}
