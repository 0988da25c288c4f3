package dev.clickpath.dns.listening;

/**
 * Takes questions at a socket.
 */
interface Listener extends AutoCloseable {

	/**
	 * Takes them until the socket is closed, on a thread that has nothing else to do.
	 */
	void listen();

	@Override
	void close();

}
