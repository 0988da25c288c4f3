package dev.clickpath.edge.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.Compressible;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.encoding.Effort;
import org.jspecify.annotations.Nullable;

/**
 * One stored response with its body in the codings made so far. It never changes: a new
 * coding and a freshened head make a new object.
 *
 * @param response the head
 * @param asked the time of the purge log before the origin was asked for it
 * @param compressible whether other codings may be made of the body
 * @param representations by coding; the plain one is always there, and stands in for a
 * coding that turned out no smaller
 */
public record StoredObject(StoredResponse response, long asked, boolean compressible,
		Map<ContentCoding, Representation> representations) {

	/**
	 * What the objects around a body take on the heap, measured with a million small
	 * ones.
	 */
	private static final int OVERHEAD = 700;

	/** A field stands in the stored head and, once more, in each representation's. */
	private static final int COPIES_OF_HEAD = 2;

	public StoredObject {
		representations = Map.copyOf(representations);
	}

	public static StoredObject of(StoredResponse response, Body body, long asked) {
		boolean compressible = Compressible.isCompressible(response, body.length());
		return new StoredObject(response, asked, compressible,
				Map.of(ContentCoding.IDENTITY, Representation.plain(response, body, compressible)));
	}

	public Representation plain() {
		Representation plain = this.representations.get(ContentCoding.IDENTITY);
		if (plain == null) {
			throw new IllegalStateException("A stored object always has its plain body");
		}
		return plain;
	}

	/**
	 * The body in this coding, or null when it has not been made yet.
	 */
	public @Nullable Representation in(ContentCoding coding) {
		return this.compressible ? this.representations.get(coding) : plain();
	}

	/**
	 * The body in a newly made coding; the plain one where the coding made it no smaller.
	 */
	Representation represent(ContentCoding coding, Effort effort, Body encoded) {
		return Representation.encoded(this.response, coding, effort, encoded);
	}

	/**
	 * This object with a coding that was made thoroughly, before.
	 * @param encoded the body in that coding, which is now the object's to let go of; or
	 * null where it is no smaller
	 */
	public StoredObject withThorough(ContentCoding coding, @Nullable Body encoded) {
		if (encoded == null) {
			return with(coding, plain());
		}
		return with(coding, represent(coding, Effort.HIGH, encoded));
	}

	public boolean hasBodyOf(StoredObject other) {
		return plain().body() == other.plain().body();
	}

	/**
	 * This object with one more coding.
	 */
	StoredObject with(ContentCoding coding, Representation representation) {
		Map<ContentCoding, Representation> more = new EnumMap<>(this.representations);
		more.put(coding, representation.under(this.response, this.compressible));
		return new StoredObject(this.response, this.asked, this.compressible, more);
	}

	/**
	 * The same bodies under a freshened head.
	 * @param askedAgain the time of the purge log before the origin was asked for that
	 */
	public StoredObject with(StoredResponse freshened, long askedAgain) {
		boolean stillCompressible = Compressible.isCompressible(freshened, plain().body().length());
		Map<ContentCoding, Representation> renewed = new EnumMap<>(ContentCoding.class);
		this.representations.forEach((coding, old) -> {
			if (stillCompressible || coding == ContentCoding.IDENTITY) {
				renewed.put(coding, old.under(freshened, stillCompressible));
			}
		});
		return new StoredObject(freshened, askedAgain, stillCompressible, renewed);
	}

	/**
	 * Holds on to the bodies in all codings.
	 * @return whether they still were there
	 */
	public boolean retain() {
		List<Body> held = new ArrayList<>();
		for (Body body : bodies()) {
			if (!body.retain()) {
				held.forEach(Body::release);
				return false;
			}
			held.add(body);
		}
		return true;
	}

	public void release() {
		bodies().forEach(Body::release);
	}

	Set<Body> bodies() {
		Set<Body> bodies = Collections.newSetFromMap(new IdentityHashMap<>());
		this.representations.values().forEach((representation) -> bodies.add(representation.body()));
		return bodies;
	}

	/**
	 * The bytes it takes: heads and bodies of all codings.
	 */
	int weight() {
		long weight = OVERHEAD + (long) COPIES_OF_HEAD * this.response.fields().size();
		for (Body body : bodies()) {
			weight += body.footprint();
		}
		return (int) Math.min(weight, Integer.MAX_VALUE);
	}

}
