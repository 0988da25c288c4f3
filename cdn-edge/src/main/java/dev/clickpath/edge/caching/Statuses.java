package dev.clickpath.edge.caching;

import java.util.Set;

/**
 * What this cache knows of status codes.
 */
final class Statuses {

	/**
	 * The final ones that are registered and whose caching is understood (RFC 9111,
	 * section 3).
	 */
	private static final Set<Integer> UNDERSTOOD = Set.of(200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301,
			302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416,
			417, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 507, 508, 511);

	/** RFC 9110, section 15.1. */
	private static final Set<Integer> HEURISTICALLY_CACHEABLE = Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410,
			414, 501);

	/**
	 * Those that are about the one request they answer, however fresh they claim to be.
	 */
	private static final Set<Integer> OF_ONE_REQUEST = Set.of(304, 407, 408, 412, 416, 417, 425, 426, 431);

	/** Errors that stand for "no answer" (RFC 5861, section 4). */
	private static final Set<Integer> NO_ANSWER = Set.of(500, 502, 503, 504);

	private static final int FIRST_FINAL = 200;

	private static final int FIRST_ERROR = 400;

	private Statuses() {
	}

	static boolean isUnderstood(int status) {
		return UNDERSTOOD.contains(status);
	}

	static boolean isHeuristicallyCacheable(int status) {
		return HEURISTICALLY_CACHEABLE.contains(status);
	}

	static boolean mayBeStored(int status) {
		return status >= FIRST_FINAL && !OF_ONE_REQUEST.contains(status);
	}

	static boolean isNoAnswer(int status) {
		return NO_ANSWER.contains(status);
	}

	/** RFC 9111, section 4.4. */
	static boolean isError(int status) {
		return status < FIRST_FINAL || status >= FIRST_ERROR;
	}

}
