package dev.clickpath.edge.proxying;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.EntityTag;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.HttpDate;
import dev.clickpath.edge.caching.Validators;
import dev.clickpath.edge.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * What the origin is asked for on the store's behalf.
 */
sealed interface Wanted {

	/**
	 * The whole, unless what is stored still is the current one.
	 *
	 * @param stale what is stored for such requests, or null
	 * @param variants what is stored for other requests: it may be the answer to this one
	 * as well (RFC 9111, section 4.3.1)
	 */
	record Whole(@Nullable StoredObject stale, List<StoredObject> variants) implements Wanted {
	}

	/**
	 * One part, as the client asked for it.
	 *
	 * @param stored another part that is stored, or null
	 * @param range the field
	 * @param ifRange its condition, or null
	 */
	record Part(@Nullable StoredObject stored, String range, @Nullable String ifRange) implements Wanted {
	}

	/**
	 * The part that what is stored lacks to be the whole.
	 */
	record Rest(StoredObject stored) implements Wanted {
	}

	/**
	 * The whole, whatever is stored.
	 */
	static Whole anything() {
		return new Whole(null, List.of());
	}

	/**
	 * What is stored, and may stand in or be completed.
	 */
	default @Nullable StoredObject stored() {
		return switch (this) {
			case Whole whole -> whole.stale();
			case Part part -> part.stored();
			case Rest rest -> rest.stored();
		};
	}

	/**
	 * The fields that ask for it.
	 */
	default List<FieldList.Field> fields() {
		List<FieldList.Field> fields = new ArrayList<>();
		switch (this) {
			case Whole whole when whole.stale() != null -> addConditions(fields, whole.stale());
			case Whole whole -> addTags(fields, whole.variants());
			case Part part -> {
				fields.add(new FieldList.Field("Range", part.range()));
				if (part.ifRange() != null) {
					fields.add(new FieldList.Field("If-Range", part.ifRange()));
				}
			}
			case Rest rest -> {
				ContentRange content = rest.stored().plain().content();
				fields.add(new FieldList.Field("Range", "bytes=" + content.end() + "-"));
				EntityTag tag = rest.stored().response().validators().entityTag();
				if (tag != null && !tag.weak()) {
					fields.add(new FieldList.Field("If-Range", tag.toString()));
				}
			}
		}
		return fields;
	}

	/** RFC 9111, section 4.3.1. */
	private static void addConditions(List<FieldList.Field> fields, StoredObject stale) {
		Validators validators = stale.response().validators();
		if (validators.entityTag() != null) {
			fields.add(new FieldList.Field("If-None-Match", validators.entityTag().toString()));
		}
		if (validators.lastModified() != null) {
			String asWritten = stale.response().fields().first("Last-Modified");
			fields.add(new FieldList.Field("If-Modified-Since",
					(asWritten != null) ? asWritten : HttpDate.format(validators.lastModified())));
		}
	}

	private static void addTags(List<FieldList.Field> fields, List<StoredObject> variants) {
		String tags = variants.stream()
			.map((object) -> object.response().validators().entityTag())
			.filter(Objects::nonNull)
			.map(EntityTag::toString)
			.distinct()
			.collect(Collectors.joining(", "));
		if (!tags.isEmpty()) {
			fields.add(new FieldList.Field("If-None-Match", tags));
		}
	}

}
