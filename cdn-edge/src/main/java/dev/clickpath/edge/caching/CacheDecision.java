package dev.clickpath.edge.caching;

/**
 * What is to be done with a request.
 */
public sealed interface CacheDecision {

	/**
	 * The stored response answers.
	 *
	 * @param timeToLive how many seconds it stays fresh; not positive when the client
	 * takes it stale
	 */
	record Hit(StoredResponse stored, long timeToLive) implements CacheDecision {
	}

	/**
	 * The stored response answers although its time is over, and is refreshed behind the
	 * client's back (RFC 5861, section 3).
	 *
	 * @param timeToLive how many seconds it stays fresh: zero or negative
	 */
	record ServeStaleAndRefresh(StoredResponse stored, long timeToLive) implements CacheDecision {
	}

	/**
	 * The origin is asked whether the stored response still is the current one (RFC 9111,
	 * section 4.3).
	 */
	record Revalidate(StoredResponse stored, ForwardReason reason) implements CacheDecision {
	}

	/**
	 * The origin is asked for what the stored, fresh part lacks (RFC 9111, section 3.3).
	 */
	record Complete(StoredResponse stored) implements CacheDecision {
	}

	/**
	 * The origin is asked, and its answer may serve others.
	 */
	record Fetch(ForwardReason reason) implements CacheDecision {
	}

	/**
	 * The request goes on as it is, and so does its answer.
	 */
	record PassThrough(ForwardReason reason) implements CacheDecision {
	}

	/**
	 * The client wants a stored response or none (RFC 9111, section 5.2.1.7).
	 */
	record Refuse() implements CacheDecision {
	}

}
