package dev.clickpath.gateway.connections;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An upstream that says on each connection what the test has written for it.
 */
final class ScriptedUpstream implements AutoCloseable {

	private final ServerSocket server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<String> heads = new CopyOnWriteArrayList<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	/** What is done on a connection, to which nobody has listened yet. */
	interface Script {

		void play(ScriptedUpstream upstream, InputStream in, OutputStream out) throws IOException;

	}

	ScriptedUpstream(Script script) throws IOException {
		this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		this.threads.execute(() -> {
			while (!this.server.isClosed()) {
				try {
					Socket socket = this.server.accept();
					this.connections.add(socket);
					this.threads.execute(() -> play(script, socket));
				}
				catch (IOException ex) {
					return;
				}
			}
		});
	}

	private void play(Script script, Socket socket) {
		try (socket) {
			script.play(this, socket.getInputStream(), socket.getOutputStream());
		}
		catch (IOException ex) {
			// Whoever asked has closed the connection.
		}
	}

	/** Reads the head of a request. */
	void head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int octet = in.read();
			if (octet < 0) {
				throw new IOException("closed");
			}
			head.append((char) octet);
		}
		this.heads.add(head.toString());
	}

	static void say(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	List<String> heads() {
		return this.heads;
	}

	int connections() {
		return this.connections.size();
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
