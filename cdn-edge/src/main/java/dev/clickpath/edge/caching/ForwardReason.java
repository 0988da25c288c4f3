package dev.clickpath.edge.caching;

/**
 * Why a request went on to the origin (RFC 9211, section 2.2).
 */
public enum ForwardReason {

	/** The edge was told to keep out of it. */
	BYPASS("bypass"),
	/** The method asks for the origin. */
	METHOD("method"),
	/** Nothing is stored under this address. */
	URI_MISS("uri-miss"),
	/** Something is stored, but for requests with other fields. */
	VARY_MISS("vary-miss"),
	/** The request's own directives ask for the origin. */
	REQUEST("request"),
	/** What is stored is no longer fresh. */
	STALE("stale"),
	/** What is stored is only a part. */
	PARTIAL("partial");

	private final String token;

	ForwardReason(String token) {
		this.token = token;
	}

	@Override
	public String toString() {
		return this.token;
	}

}
