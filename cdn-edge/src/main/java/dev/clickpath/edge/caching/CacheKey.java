package dev.clickpath.edge.caching;

/**
 * What a response is stored under (RFC 9111, section 2): only answers to {@code GET} are
 * stored, so the method is left out.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the request's host, in lower case, with its port
 * @param target path and query, normalised
 */
public record CacheKey(String scheme, String host, String target) {

	public CacheKey withTarget(String other) {
		return other.equals(this.target) ? this : new CacheKey(this.scheme, this.host, other);
	}

	/**
	 * The path, without the query.
	 */
	String path() {
		int query = this.target.indexOf('?');
		return (query < 0) ? this.target : this.target.substring(0, query);
	}

	/**
	 * The address as a whole.
	 */
	@Override
	public String toString() {
		return this.scheme + "://" + this.host + this.target;
	}

	/** The host is the same in nearly all keys, so it is left out. */
	@Override
	public int hashCode() {
		return this.target.hashCode();
	}

}
