package dev.clickpath.edge.caching;

import java.util.List;

/**
 * What the decisions need to know of a request.
 *
 * @param method its method
 * @param fields its fields
 * @param hasBody whether a body follows
 */
public record CachingRequest(String method, Fields fields, boolean hasBody) {

	public boolean isGet() {
		return this.method.equals("GET");
	}

	public boolean isHead() {
		return this.method.equals("HEAD");
	}

	/**
	 * Whether the client wants the body as the origin sent it (RFC 9111, section
	 * 5.2.1.6).
	 */
	public boolean forbidsTransforming() {
		return this.fields.has("Cache-Control") && CacheControl.of(this.fields).has("no-transform");
	}

	/**
	 * The ranges asked for: those of a {@code GET} only (RFC 9110, section 14.2), and
	 * none where the field is to be ignored.
	 */
	List<ByteRange> ranges() {
		String range = isGet() ? this.fields.joined("Range") : null;
		return (range != null) ? ByteRange.parse(range) : List.of();
	}

	/**
	 * Whether one range is asked for, which the origin can be asked for, too.
	 */
	public boolean hasSingleRange() {
		return ranges().size() == 1;
	}

	public boolean hasManyRanges() {
		return ranges().size() > 1;
	}

}
