package dev.clickpath.dns.listening;

/**
 * Takes questions on a thread of its own.
 */
interface Listener extends AutoCloseable {

	/** Whether its thread goes on; once it does not, it never will again. */
	boolean isListening();

	@Override
	void close();

}
