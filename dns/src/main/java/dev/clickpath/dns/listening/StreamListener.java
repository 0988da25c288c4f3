package dev.clickpath.dns.listening;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import dev.clickpath.dns.answering.Responder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections by TCP (RFC 7766), each on a virtual thread of its own.
 */
final class StreamListener implements Listener {

	private static final Logger logger = LoggerFactory.getLogger(StreamListener.class);

	private static final long PAUSE_NANOS = 10_000_000;

	private final ServerSocket server;

	private final Responder responder;

	private final ListeningProperties properties;

	private final Tally tally;

	private final Set<StreamConnection> connections;

	/**
	 * A listener.
	 * @param connections those of all listeners, which share the limits
	 */
	StreamListener(ServerSocket server, Responder responder, ListeningProperties properties, Tally tally,
			Set<StreamConnection> connections) {
		this.server = server;
		this.responder = responder;
		this.properties = properties;
		this.tally = tally;
		this.connections = connections;
	}

	@Override
	public void listen() {
		while (!this.server.isClosed()) {
			try {
				take(this.server.accept());
			}
			catch (IOException ex) {
				if (!this.server.isClosed()) {
					logger.warn("A connection could not be taken: {}", ex.toString());
					LockSupport.parkNanos(PAUSE_NANOS);
				}
			}
			catch (RuntimeException | Error ex) {
				this.tally.broken();
				logger.error("A connection could not be served", ex);
			}
		}
	}

	private void take(Socket socket) throws IOException {
		StreamConnection connection = new StreamConnection(socket, this.responder, this.properties, this.tally);
		if (ofTheSame(connection) >= this.properties.maxConnectionsOfOne()) {
			connection.close();
			return;
		}
		makeRoom();
		this.tally.connection();
		this.connections.add(connection);
		try {
			Thread.ofVirtual().name("stream").start(() -> serve(connection));
		}
		catch (RuntimeException | Error ex) {
			end(connection);
			throw ex;
		}
	}

	private void serve(StreamConnection connection) {
		try {
			connection.serve();
		}
		finally {
			end(connection);
		}
	}

	private void end(StreamConnection connection) {
		connection.close();
		this.connections.remove(connection);
	}

	private long ofTheSame(StreamConnection connection) {
		return this.connections.stream().filter((other) -> other.client().equals(connection.client())).count();
	}

	/** RFC 7766, section 6.2.3. */
	private void makeRoom() {
		if (this.connections.size() >= this.properties.maxConnections()) {
			this.connections.stream().min(Comparator.comparingLong(StreamConnection::deadline)).ifPresent((oldest) -> {
				this.connections.remove(oldest);
				oldest.close();
			});
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			logger.debug("Closing", ex);
		}
	}

}
