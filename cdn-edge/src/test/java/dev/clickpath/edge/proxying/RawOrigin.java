package dev.clickpath.edge.proxying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * An origin that answers with the very octets that a test wants, whatever HTTP says of
 * them. A connection whose answer says {@code Connection: close}, or none, is closed.
 */
final class RawOrigin implements AutoCloseable {

	private final ServerSocket server;

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile UnaryOperator<String> script;

	/**
	 * An origin on a free port.
	 * @param script gives the answer to the head of a request
	 */
	RawOrigin(UnaryOperator<String> script) {
		this.script = script;
		try {
			this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** An answer with a body and its length; the lines of the head end with CR LF. */
	static String answer(String status, String fields, String body) {
		return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + body.length() + "\r\n\r\n" + body;
	}

	/** An address where nobody is. */
	static String nobody() {
		try (RawOrigin origin = new RawOrigin((head) -> "")) {
			return origin.address();
		}
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	/** The heads of all requests. */
	List<String> asked() {
		return this.asked;
	}

	void does(UnaryOperator<String> newScript) {
		this.script = newScript;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				Thread.ofVirtual().start(() -> serve(socket));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			String answer;
			do {
				String head = head(socket.getInputStream());
				if (head.isEmpty()) {
					return;
				}
				this.asked.add(head);
				answer = this.script.apply(head);
				socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
			}
			while (!answer.isEmpty() && !answer.contains("Connection: close"));
		}
		catch (IOException ex) {
			// The edge has gone, which is its right.
		}
	}

	/** Up to the empty line; nothing when the connection ends before it. */
	private static String head(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int octet = in.read();
			if (octet < 0) {
				return "";
			}
			head.write(octet);
		}
		return head.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
