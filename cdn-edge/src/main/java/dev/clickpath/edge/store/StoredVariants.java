package dev.clickpath.edge.store;

import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.edge.caching.Fields;
import dev.clickpath.edge.encoding.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored under one key: responses that differ by what {@code Vary} names, the
 * newest first.
 */
record StoredVariants(List<StoredObject> objects) {

	/** A hostile client must not fill the store with variants of one address. */
	private static final int MOST = 16;

	StoredVariants {
		objects = List.copyOf(objects);
	}

	@Nullable StoredObject select(Fields request) {
		for (StoredObject object : this.objects) {
			if (object.response().selecting().match(request)) {
				return object;
			}
		}
		return null;
	}

	/**
	 * With this one as the newest, in place of those that answer the same requests.
	 */
	StoredVariants with(StoredObject newest) {
		Stream<StoredObject> others = this.objects.stream()
			.filter((object) -> !object.response().selecting().equals(newest.response().selecting()));
		return new StoredVariants(Stream.concat(Stream.of(newest), others).limit(MOST).toList());
	}

	/**
	 * With one more coding of an object, whatever codings it got and however often it was
	 * freshened in the meantime: it is known by its body.
	 */
	StoredVariants withCoding(StoredObject known, ContentCoding coding, Representation representation) {
		return new StoredVariants(this.objects.stream()
			.map((object) -> object.hasBodyOf(known) ? object.with(coding, representation) : object)
			.toList());
	}

	@Nullable Representation coding(StoredObject known, ContentCoding coding) {
		for (StoredObject object : this.objects) {
			if (object.hasBodyOf(known)) {
				return object.in(coding);
			}
		}
		return null;
	}

	int weight() {
		return (int) Math.min(this.objects.stream().mapToLong(StoredObject::weight).sum(), Integer.MAX_VALUE);
	}

}
