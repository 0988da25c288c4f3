package dev.clickpath.storefront.session;

/**
 * Whether the browser that asks is signed in.
 */
public sealed interface SessionState {

	/** It is not. */
	record SignedOut() implements SessionState {
	}

	/**
	 * It is.
	 *
	 * @param session what is known of it
	 * @param name a name of the session that gives nothing away
	 */
	record SignedIn(Session session, String name) implements SessionState {
	}

	/**
	 * It may be: the database does not answer. It is served as if it were not, but not
	 * signed out by that.
	 *
	 * @param name a name of the session that gives nothing away
	 */
	record Unknown(String name) implements SessionState {
	}

}
