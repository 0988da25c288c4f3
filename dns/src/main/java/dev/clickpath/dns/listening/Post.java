package dev.clickpath.dns.listening;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place at which somebody always listens: a listener that ends, for whatever reason, is
 * relieved by another one.
 */
final class Post implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Post.class);

	private final String name;

	private final Opening opening;

	private Listener listener;

	private Thread thread;

	private boolean closed;

	/**
	 * A post, which is manned at once.
	 * @param name what the thread of whoever listens there is called
	 * @throws IOException when nobody can listen there
	 */
	Post(String name, Opening opening) throws IOException {
		this.name = name;
		this.opening = opening;
		this.listener = opening.open();
		this.thread = start(this.listener, name);
	}

	/** Makes a listener with a socket of its own. */
	@FunctionalInterface
	interface Opening {

		Listener open() throws IOException;

	}

	/**
	 * A socket that nobody listens at would keep its port or its clients from who does.
	 */
	private static Thread start(Listener listener, String name) {
		try {
			return Thread.ofPlatform().daemon(false).name(name).start(listener::listen);
		}
		catch (Error ex) {
			listener.close();
			throw ex;
		}
	}

	synchronized boolean isManned() {
		return this.thread.isAlive();
	}

	/** Sees to it that somebody listens; what cannot be done now may be done later. */
	synchronized void relieve() {
		if (this.closed || this.thread.isAlive()) {
			return;
		}
		this.listener.close();
		try {
			this.listener = this.opening.open();
			this.thread = start(this.listener, this.name);
			logger.warn("A listener had ended; another one has taken its place");
		}
		catch (IOException ex) {
			logger.error("A listener has ended, and no other can take its place: {}", ex.toString());
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.listener.close();
	}

}
