package dev.clickpath.cli.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.http.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a feed and reads, at the same time, what comes of it. What cannot be taken is
 * told before it has been sent.
 */
public final class FeedClient {

	private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

	/** A million products are compared, indexed and written without a word in between. */
	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

	private static final int CONTINUE = 100;

	private static final int OK = 200;

	private static final int BUFFER = 64 * 1024;

	private final AtomicReference<@Nullable IOException> unreadable = new AtomicReference<>();

	private final String host;

	private final int port;

	/** For the catalogue whose management port this is, on this machine. */
	public FeedClient(int port) {
		this("127.0.0.1", port);
	}

	FeedClient(String host, int port) {
		this.host = host;
		this.port = port;
	}

	/**
	 * Sends a feed.
	 * @param progress is told how far it is
	 * @return the report
	 */
	public JsonNode send(FeedFile file, boolean replace, Consumer<JsonNode> progress) {
		// The socket is closed first: the sender may still write to somebody who listens
		// no
		// more.
		try (InputStream feed = file.open();
				ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor();
				Socket socket = connect()) {
			socket.setSoTimeout(Math.toIntExact(LONGEST_SILENCE.toMillis()));
			return exchange(socket, feed, replace, progress, sender);
		}
		catch (IOException | Problem ex) {
			throw explained(file, ex);
		}
	}

	private Problem explained(FeedFile file, Exception failure) {
		IOException cause = this.unreadable.get();
		if (cause != null) {
			return new Problem("%s cannot be read to its end (%s): the catalogue stays as it was."
				.formatted(file.name(), cause.getMessage()), cause);
		}
		return (failure instanceof Problem known) ? known
				: new Problem("The catalogue broke off (%s); see ./clickpath logs catalog-service, then import again."
					.formatted(failure.getMessage()), failure);
	}

	private Socket connect() {
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(this.host, this.port), Math.toIntExact(CONNECT_LIMIT.toMillis()));
			return socket;
		}
		catch (IOException ex) {
			throw new Problem(
					"No catalogue answers at %s:%d; start the shop with ./clickpath up, or see ./clickpath status."
						.formatted(this.host, this.port),
					ex);
		}
	}

	private JsonNode exchange(Socket socket, InputStream feed, boolean replace, Consumer<JsonNode> progress,
			ExecutorService sender) throws IOException {
		OutputStream output = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
		output.write(head(replace).getBytes(StandardCharsets.US_ASCII));
		output.flush();
		InputStream input = new BufferedInputStream(socket.getInputStream(), BUFFER);
		Reply reply = Reply.read(input, false);
		boolean sending = false;
		while (reply.status() < OK) {
			if (reply.status() == CONTINUE && !sending) {
				sending = true;
				var _ = sender.submit(() -> write(feed, output, socket));
			}
			reply = Reply.read(input, false);
		}
		if (reply.status() != OK) {
			throw new Problem(detail(reply.body().readAllBytes()));
		}
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
			return read(lines, progress);
		}
	}

	private String head(boolean replace) {
		return """
				POST /feed?replace=%s HTTP/1.1\r
				Host: %s:%d\r
				Accept: application/x-ndjson\r
				Content-Type: application/octet-stream\r
				Transfer-Encoding: chunked\r
				Expect: 100-continue\r
				Connection: close\r
				\r
				""".formatted(replace, this.host, this.port);
	}

	private @Nullable Void write(InputStream feed, OutputStream output, Socket socket) throws IOException {
		byte[] buffer = new byte[BUFFER];
		try {
			for (int read = read(feed, buffer); read >= 0; read = read(feed, buffer)) {
				output.write(Integer.toHexString(read).getBytes(StandardCharsets.US_ASCII));
				output.write('\r');
				output.write('\n');
				output.write(buffer, 0, read);
				output.write('\r');
				output.write('\n');
			}
			output.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			output.flush();
			return null;
		}
		catch (IOException ex) {
			socket.shutdownOutput();
			throw ex;
		}
	}

	/** A feed that cannot be read to its end must not look like one that ends there. */
	private int read(InputStream feed, byte[] buffer) throws IOException {
		try {
			return feed.read(buffer);
		}
		catch (IOException ex) {
			this.unreadable.set(ex);
			throw ex;
		}
	}

	private static JsonNode read(BufferedReader lines, Consumer<JsonNode> progress) throws IOException {
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			JsonNode told = JsonMapper.shared().readTree(line);
			if (told.has("report")) {
				return told.get("report");
			}
			if (told.has("problem")) {
				throw new Problem(told.get("problem").path("detail").asString());
			}
			progress.accept(told.path("progress"));
		}
		throw new IOException("it told no end");
	}

	private static String detail(byte[] problem) {
		try {
			return JsonMapper.shared().readTree(problem).path("detail").asString("The catalogue takes no feed.");
		}
		catch (JacksonException ex) {
			return "The catalogue takes no feed there; is it another program that answers?";
		}
	}

}
