package dev.clickpath.cli.click.browsing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import dev.clickpath.cli.click.names.Found;
import dev.clickpath.cli.click.names.HostCache;
import dev.clickpath.cli.click.names.NotHereException;
import dev.clickpath.cli.click.network.Connection;
import dev.clickpath.cli.click.network.NoAnswerException;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Stopwatch;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one origin: one where it speaks HTTP/2, up to six where it does not,
 * as browsers do. Over TLS the first one tells which it is, and the others wait for that.
 */
final class Pool implements AutoCloseable {

	private static final int MOST = 6;

	private final HostCache hosts;

	private final String host;

	private final boolean secure;

	private final Opener opener;

	private final Deque<Connection> free = new ArrayDeque<>();

	/** Open ones and those that are being opened. */
	private int count;

	private @Nullable Boolean shared;

	private int failures;

	private @Nullable NoAnswerException lastFailure;

	/** Opens a connection to the pool's origin. */
	interface Opener {

		Connection open(Found found, Stopwatch watch) throws NoAnswerException, InterruptedException;

	}

	Pool(HostCache hosts, String host, boolean secure, Opener opener) {
		this.hosts = hosts;
		this.host = host;
		this.secure = secure;
		this.opener = opener;
	}

	/**
	 * A connection for one question; the caller gives it back.
	 * @param opened is told if one had to be opened for it
	 */
	Connection take(Stopwatch watch, Consumer<Opening> opened)
			throws NoAnswerException, NotHereException, InterruptedException {
		Connection existing = await();
		if (existing != null) {
			return existing;
		}
		Connection connection = null;
		try {
			connection = this.opener.open(this.hosts.find(this.host, watch), watch);
			opened.accept(connection.opening());
			return connection;
		}
		catch (NoAnswerException ex) {
			fail(ex);
			throw ex;
		}
		finally {
			settle(connection);
		}
	}

	/**
	 * Waits for a free connection, or for room for one more.
	 * @return null when there is room
	 */
	private synchronized @Nullable Connection await() throws NoAnswerException, InterruptedException {
		int before = this.failures;
		while (true) {
			Connection connection = free();
			if (connection != null) {
				return connection;
			}
			if (this.count < limit()) {
				this.count++;
				return null;
			}
			wait();
			if (this.failures > before && this.lastFailure != null) {
				throw new NoAnswerException(String.valueOf(this.lastFailure.getMessage()), this.lastFailure);
			}
		}
	}

	private @Nullable Connection free() {
		while (!this.free.isEmpty()) {
			Connection connection = this.free.element();
			if (connection.isUsable()) {
				if (!connection.isShared()) {
					this.free.remove();
				}
				return connection;
			}
			this.free.remove();
			this.count--;
			connection.close();
		}
		return null;
	}

	private int limit() {
		return (this.shared == null) ? this.secure ? 1 : MOST : this.shared ? 1 : MOST;
	}

	private synchronized void fail(NoAnswerException failure) {
		this.failures++;
		this.lastFailure = failure;
	}

	private synchronized void settle(@Nullable Connection connection) {
		if (connection == null) {
			this.count--;
		}
		else {
			this.shared = connection.isShared();
			if (connection.isShared()) {
				this.free.add(connection);
			}
		}
		notifyAll();
	}

	/** Gives a connection back, after an answer or after none. */
	synchronized void give(Connection connection) {
		if (!connection.isShared()) {
			// The last one used is used next: it is the one that has least cause to be
			// closed.
			this.free.addFirst(connection);
			notifyAll();
		}
	}

	@Override
	public synchronized void close() {
		this.free.forEach(Connection::close);
		this.free.clear();
		this.count = 0;
	}

}
