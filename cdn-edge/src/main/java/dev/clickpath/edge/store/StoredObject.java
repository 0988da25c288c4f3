package dev.clickpath.edge.store;

import java.util.EnumMap;
import java.util.Map;

import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.Compressible;
import dev.clickpath.edge.encoding.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * One stored response with its body in the codings made so far. It never changes: a new
 * coding and a freshened head make a new object.
 *
 * @param response the head
 * @param compressible whether other codings may be made of the body
 * @param representations by coding; the plain one is always there, and stands in for a
 * coding that turned out no smaller
 */
public record StoredObject(StoredResponse response, boolean compressible,
		Map<ContentCoding, Representation> representations) {

	/** What the objects around a body take, roughly. */
	private static final int OVERHEAD = 512;

	public StoredObject {
		representations = Map.copyOf(representations);
	}

	public static StoredObject of(StoredResponse response, Body body) {
		boolean compressible = Compressible.isCompressible(response, body.length());
		return new StoredObject(response, compressible,
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
	Representation represent(ContentCoding coding, byte[] encoded) {
		boolean smaller = encoded.length < plain().body().length();
		return smaller ? Representation.encoded(this.response, coding, Body.of(encoded)) : plain();
	}

	boolean hasBodyOf(StoredObject other) {
		return plain().body() == other.plain().body();
	}

	/**
	 * This object with one more coding.
	 */
	StoredObject with(ContentCoding coding, Representation representation) {
		Map<ContentCoding, Representation> more = new EnumMap<>(this.representations);
		more.put(coding, representation.under(this.response, this.compressible));
		return new StoredObject(this.response, this.compressible, more);
	}

	/**
	 * The same bodies under a freshened head.
	 */
	public StoredObject with(StoredResponse freshened) {
		Map<ContentCoding, Representation> renewed = new EnumMap<>(ContentCoding.class);
		this.representations.forEach((coding, old) -> renewed.put(coding, old.under(freshened, this.compressible)));
		return new StoredObject(freshened, this.compressible, renewed);
	}

	/**
	 * The bytes it takes: heads and bodies of all codings.
	 */
	int weight() {
		long weight = OVERHEAD;
		for (Map.Entry<ContentCoding, Representation> entry : this.representations.entrySet()) {
			if (entry.getKey() == entry.getValue().coding()) {
				weight += entry.getValue().body().length() + 2L * this.response.fields().size();
			}
		}
		return (int) Math.min(weight, Integer.MAX_VALUE);
	}

}
