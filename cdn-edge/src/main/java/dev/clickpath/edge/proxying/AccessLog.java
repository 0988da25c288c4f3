package dev.clickpath.edge.proxying;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.tracing.RequestTrace;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each answer, in the combined format of Apache httpd or in JSON. It is
 * written behind the answers' backs; when that cannot keep up, lines are left out, and
 * the log says how many.
 */
final class AccessLog implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AccessLog.class);

	private static final int MOST_WAITING = 65_536;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final String END = "";

	private final boolean json;

	private final InstantSource clock;

	private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(MOST_WAITING);

	private final AtomicLong leftOut = new AtomicLong();

	private final Thread thread;

	private AccessLog(Writer writer, boolean json, InstantSource clock) {
		this.json = json;
		this.clock = clock;
		this.thread = Thread.ofPlatform().name("access-log").daemon().start(() -> write(writer));
	}

	/**
	 * Opens the log.
	 * @param place a file, {@code -} for standard output, or empty for none
	 * @param json whether each line is a JSON object
	 * @return null for none
	 */
	static @Nullable AccessLog open(String place, boolean json, InstantSource clock) {
		if (place.isBlank()) {
			return null;
		}
		if (place.equals("-")) {
			return new AccessLog(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), json, clock);
		}
		try {
			return new AccessLog(
					new BufferedWriter(
							new OutputStreamWriter(new FileOutputStream(place, true), StandardCharsets.UTF_8)),
					json, clock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The access log cannot be written to " + place, ex);
		}
	}

	/**
	 * Notes when a request came.
	 * @return notes its answer, once it has ended
	 */
	Runnable watch(HttpServerRequest request, @Nullable RequestTrace trace) {
		Instant received = this.clock.instant();
		return () -> {
			String line = this.json ? json(request, received, trace) : line(request, received);
			if (!this.lines.offer(line)) {
				this.leftOut.incrementAndGet();
			}
		};
	}

	/** With the names of the Elastic Common Schema, like what is logged otherwise. */
	private String json(HttpServerRequest request, Instant received, @Nullable RequestTrace trace) {
		HttpServerResponse response = request.response();
		JsonObject line = new JsonObject().put("@timestamp", received.toString())
			.put("event.dataset", "edge.access")
			.put("event.duration", Duration.between(received, this.clock.instant()).toNanos())
			.put("client.ip", request.remoteAddress().hostAddress())
			.put("http.version", version(request).substring("HTTP/".length()))
			.put("http.request.method", request.method().name())
			.put("url.original", request.uri())
			.put("http.response.status_code", response.getStatusCode())
			.put("http.response.bytes", response.bytesWritten())
			.put("cache.status", response.headers().get(CacheStatus.FIELD))
			.put("user_agent.original", request.getHeader("User-Agent"));
		if (trace != null) {
			line.put("traceId", trace.place().trace()).put("spanId", trace.place().span());
		}
		return line.encode() + "\n";
	}

	private static String line(HttpServerRequest request, Instant received) {
		HttpServerResponse response = request.response();
		long bytes = response.bytesWritten();
		return request.remoteAddress().hostAddress() + " - - [" + TIME.format(received) + "] \""
				+ escaped(request.method().name()) + " " + escaped(request.uri()) + " " + version(request) + "\" "
				+ response.getStatusCode() + " " + ((bytes > 0) ? Long.toString(bytes) : "-") + " \""
				+ escaped(request.getHeader("Referer")) + "\" \"" + escaped(request.getHeader("User-Agent")) + "\"\n";
	}

	private static String version(HttpServerRequest request) {
		return switch (request.version()) {
			case HTTP_1_0 -> "HTTP/1.0";
			case HTTP_1_1 -> "HTTP/1.1";
			case HTTP_2 -> "HTTP/2.0";
			case HTTP_3 -> "HTTP/3.0";
		};
	}

	/** A client must not write lines of its own. */
	static String escaped(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return "-";
		}
		StringBuilder escaped = null;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
			if (!plain && escaped == null) {
				escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
			}
			if (escaped != null) {
				escaped.append(plain ? String.valueOf(c) : "\\x" + HexFormat.of().toHexDigits((byte) c));
			}
		}
		return (escaped != null) ? escaped.toString() : text;
	}

	private void write(Writer writer) {
		try (writer) {
			while (true) {
				String line = this.lines.poll();
				if (line == null) {
					writer.flush();
					line = this.lines.take();
				}
				if (line.equals(END)) {
					return;
				}
				writer.write(line);
				long missing = this.leftOut.getAndSet(0);
				if (missing > 0) {
					writer.write("# " + missing + " lines were left out\n");
				}
			}
		}
		catch (IOException ex) {
			logger.error("The access log ends here: it cannot be written ({})", ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Writes what is waiting, and ends.
	 */
	@Override
	public void close() {
		try {
			this.lines.put(END);
			this.thread.join(1_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
