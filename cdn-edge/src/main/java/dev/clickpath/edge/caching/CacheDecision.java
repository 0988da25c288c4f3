package dev.clickpath.edge.caching;

import java.time.Duration;

/**
 * What is to be done with a request.
 */
public sealed interface CacheDecision {

	/**
	 * The stored response answers.
	 *
	 * @param timeToLive how long it stays fresh
	 */
	record Hit(StoredResponse stored, Duration timeToLive) implements CacheDecision {
	}

	/**
	 * The stored response answers although its time is over, and is refreshed behind the
	 * client's back (RFC 5861, section 3).
	 *
	 * @param timeToLive how long it stays fresh: zero or negative
	 */
	record ServeStaleAndRefresh(StoredResponse stored, Duration timeToLive) implements CacheDecision {
	}

	/**
	 * The origin is asked whether the stored response still is the current one (RFC 9111,
	 * section 4.3).
	 */
	record Revalidate(StoredResponse stored, ForwardReason reason) implements CacheDecision {
	}

	/**
	 * The origin is asked, and its answer may serve others.
	 */
	record Fetch(ForwardReason reason) implements CacheDecision {
	}

	/**
	 * The request and its answer go through untouched and unseen.
	 */
	record PassThrough(ForwardReason reason) implements CacheDecision {
	}

	/**
	 * The client wants a stored response or none (RFC 9111, section 5.2.1.7).
	 */
	record Refuse() implements CacheDecision {
	}

}
