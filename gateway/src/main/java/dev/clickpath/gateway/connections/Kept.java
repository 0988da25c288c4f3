package dev.clickpath.gateway.connections;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One event loop's connections that wait for their next exchange. Nothing is kept of an
 * upstream whose last connection has ended: upstreams come and go.
 */
final class Kept {

	private final Map<URI, Deque<Connection>> connections = new HashMap<>();

	/** It comes next. */
	void add(URI upstream, Connection connection) {
		this.connections.computeIfAbsent(upstream, (first) -> new ArrayDeque<>()).addFirst(connection);
	}

	/** The one used last that is still open, or null. */
	@Nullable Connection take(URI upstream) {
		Deque<Connection> waiting = this.connections.get(upstream);
		Connection connection = (waiting != null) ? waiting.poll() : null;
		while (waiting != null && connection != null && !connection.isOpen()) {
			connection = waiting.poll();
		}
		return connection;
	}

	/** It has ended. */
	void remove(URI upstream, Connection connection) {
		Deque<Connection> waiting = this.connections.get(upstream);
		if (waiting != null) {
			waiting.remove(connection);
			if (waiting.isEmpty()) {
				this.connections.remove(upstream);
			}
		}
	}

	boolean isEmpty() {
		return this.connections.isEmpty();
	}

}
