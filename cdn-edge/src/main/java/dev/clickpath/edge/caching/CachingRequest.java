package dev.clickpath.edge.caching;

/**
 * What the decisions need to know of a request.
 *
 * @param method its method
 * @param fields its fields
 * @param hasBody whether a body follows
 */
public record CachingRequest(String method, Fields fields, boolean hasBody) {

	boolean isGet() {
		return this.method.equals("GET");
	}

	boolean isGetOrHead() {
		return isGet() || this.method.equals("HEAD");
	}

}
