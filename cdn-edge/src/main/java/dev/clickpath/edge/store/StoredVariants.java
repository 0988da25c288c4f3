package dev.clickpath.edge.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.clickpath.edge.caching.Fields;
import dev.clickpath.edge.encoding.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored under one key: responses that differ by what {@code Vary} names, the
 * newest first (RFC 9111, section 4.1).
 */
record StoredVariants(List<StoredObject> objects) {

	/** A hostile client must not fill the store with variants of one address. */
	private static final int MOST = 16;

	static final StoredVariants NONE = new StoredVariants(List.of());

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
	 * With this one in place of those that answer the same requests.
	 */
	StoredVariants with(StoredObject arrived) {
		List<StoredObject> kept = new ArrayList<>(List.of(arrived));
		for (StoredObject object : this.objects) {
			if (!object.response().selecting().equals(arrived.response().selecting())) {
				kept.add(object);
			}
		}
		// Stable: of two made in the same second the one that arrived last comes first.
		kept.sort(Comparator.comparing((StoredObject object) -> object.response().validators().date()).reversed());
		return new StoredVariants(kept.subList(0, Math.min(MOST, kept.size())));
	}

	/**
	 * With this one, unless there already is one that answers the same requests.
	 */
	StoredVariants withOlder(StoredObject older) {
		boolean superseded = this.objects.stream()
			.anyMatch((object) -> object.response().selecting().equals(older.response().selecting()));
		return superseded ? this : with(older);
	}

	/**
	 * With one more coding of an object, whatever codings it got and however often it was
	 * freshened in the meantime: it is known by its body.
	 */
	StoredVariants withCoding(StoredObject known, ContentCoding coding, Representation representation) {
		return map((object) -> object.hasBodyOf(known) ? object.with(coding, representation) : object);
	}

	StoredVariants without(Predicate<StoredObject> unwanted) {
		return new StoredVariants(this.objects.stream().filter(unwanted.negate()).toList());
	}

	StoredVariants map(UnaryOperator<StoredObject> change) {
		return new StoredVariants(this.objects.stream().map(change).toList());
	}

	/**
	 * The object that now has the body of one that was found before, or null.
	 */
	@Nullable StoredObject present(StoredObject known) {
		for (StoredObject object : this.objects) {
			if (object.hasBodyOf(known)) {
				return object;
			}
		}
		return null;
	}

	Set<Body> bodies() {
		Set<Body> bodies = Collections.newSetFromMap(new IdentityHashMap<>());
		this.objects.forEach((object) -> bodies.addAll(object.bodies()));
		return bodies;
	}

	int weight() {
		return (int) Math.min(this.objects.stream().mapToLong(StoredObject::weight).sum(), Integer.MAX_VALUE);
	}

}
