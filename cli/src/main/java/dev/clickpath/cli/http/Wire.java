package dev.clickpath.cli.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One connection to a server of this machine. It neither retries nor pools nor follows:
 * what measures and judges a cache must know which connection asked what, and costs a
 * fifth of what a full client does. Not for use by several threads at once.
 */
public final class Wire implements AutoCloseable {

	private static final int BUFFER = 16 * 1024;

	private static final int LONGEST_LINE = 16 * 1024;

	private final Socket socket;

	private final InputStream input;

	private final String authority;

	private @Nullable Reply last;

	private Wire(Socket socket) throws IOException {
		this.socket = socket;
		this.input = new BufferedInputStream(socket.getInputStream(), BUFFER);
		this.authority = "127.0.0.1:" + socket.getPort();
	}

	/**
	 * Connects.
	 * @param patience how long a read may take
	 */
	public static Wire open(int port, Duration patience) throws IOException {
		Socket socket = new Socket();
		try {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
			socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
					Math.toIntExact(patience.toMillis()));
			return new Wire(socket);
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	/**
	 * The address of a resource as this connection asks for it.
	 */
	public URI address(String target) {
		return URI.create("http://" + this.authority + target);
	}

	/**
	 * Asks, and returns once the head of the answer is there.
	 * @throws EOFException when the connection ends before the first byte of an answer
	 */
	public Reply ask(String method, String target, Map<String, String> fields) throws IOException {
		if (!isReusable()) {
			throw new IllegalStateException("The answer before this one is not read to its end");
		}
		StringBuilder head = new StringBuilder(256);
		head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ").append(this.authority);
		fields.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
		this.socket.getOutputStream().write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		Reply reply = Reply.read(this.input, method.equals("HEAD"));
		while (reply.status() < 200) {
			reply = Reply.read(this.input, method.equals("HEAD"));
		}
		this.last = reply;
		return reply;
	}

	/**
	 * Whether something more can be asked here.
	 */
	public boolean isReusable() {
		return this.last == null || this.last.leavesConnectionOpen();
	}

	/** Without its line end. */
	static String line(InputStream input) throws IOException {
		StringBuilder line = new StringBuilder(64);
		for (int octet = input.read(); octet != '\n'; octet = input.read()) {
			if (octet < 0) {
				throw line.isEmpty() ? new EOFException("The connection ended before a line")
						: new BrokenOffException("The connection ended within the head");
			}
			if (line.length() == LONGEST_LINE) {
				throw new IOException("A line of the head is too long");
			}
			line.append((char) octet);
		}
		if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
			line.setLength(line.length() - 1);
		}
		return line.toString();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			// It is gone either way.
		}
	}

}
