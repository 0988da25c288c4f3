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

	private final Opening opening;

	private Listener listener;

	private boolean closed;

	/**
	 * A post, which is manned at once.
	 * @throws IOException when nobody can listen there
	 */
	Post(Opening opening) throws IOException {
		this.opening = opening;
		this.listener = opening.open();
	}

	/** Makes a listener that listens already. */
	@FunctionalInterface
	interface Opening {

		Listener open() throws IOException;

	}

	synchronized boolean isManned() {
		return this.listener.isListening();
	}

	/** Sees to it that somebody listens; what cannot be done now may be done later. */
	synchronized void relieve() {
		if (this.closed || this.listener.isListening()) {
			return;
		}
		this.listener.close();
		try {
			this.listener = this.opening.open();
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
