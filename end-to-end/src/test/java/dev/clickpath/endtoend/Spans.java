package dev.clickpath.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes traces as a collector would (OTLP over HTTP, in protocol buffers), and remembers
 * of each span what the tests ask for. The numbers are those of the fields in
 * {@code opentelemetry/proto/trace/v1/trace.proto}.
 */
final class Spans {

	private static final int VARINT = 0;

	private static final int FIXED64 = 1;

	private static final int LENGTH = 2;

	private static final int FIXED32 = 5;

	private final List<Span> spans = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	/**
	 * One span.
	 *
	 * @param trace its trace, in hexadecimal digits
	 * @param service who wrote it down
	 * @param attributes those that are texts
	 */
	record Span(String trace, String service, String id, String parent, String name, Map<String, String> attributes) {
	}

	Spans() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/v1/traces", this::take);
		this.server.start();
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1/traces";
	}

	List<Span> of(String trace) {
		return this.spans.stream().filter((span) -> span.trace().equals(trace)).toList();
	}

	void stop() {
		this.server.stop(0);
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			fields(ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()), (field, value) -> {
				if (field == 1) {
					ofResource(value);
				}
			});
			exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
			exchange.sendResponseHeaders(200, -1);
		}
	}

	/** ResourceSpans. */
	private void ofResource(ByteBuffer resourceSpans) {
		StringBuilder service = new StringBuilder();
		fields(resourceSpans.duplicate(), (field, value) -> {
			if (field == 1) {
				fields(value, (attribute, pair) -> {
					Map.Entry<String, String> read = attribute(pair);
					service.append(read.getKey().equals("service.name") ? read.getValue() : "");
				});
			}
		});
		fields(resourceSpans, (field, scopeSpans) -> {
			if (field == 2) {
				fields(scopeSpans, (member, span) -> {
					if (member == 2) {
						this.spans.add(span(span, service.toString()));
					}
				});
			}
		});
	}

	private static Map.Entry<String, String> attribute(ByteBuffer pair) {
		String[] read = { "", "" };
		fields(pair, (field, value) -> {
			if (field == 1) {
				read[0] = text(value);
			}
			else {
				fields(value, (kind, string) -> read[1] = (kind == 1) ? text(string) : "");
			}
		});
		return Map.entry(read[0], read[1]);
	}

	private static Span span(ByteBuffer span, String service) {
		String[] read = { "", "", "", "", "", "" };
		Map<String, String> attributes = new HashMap<>();
		fields(span, (field, value) -> {
			if (field == 1 || field == 2 || field == 4) {
				read[field] = hex(value);
			}
			else if (field == 5) {
				read[field] = text(value);
			}
			else if (field == 9) {
				Map.Entry<String, String> attribute = attribute(value);
				attributes.put(attribute.getKey(), attribute.getValue());
			}
		});
		return new Span(read[1], service, read[2], read[4], read[5], attributes);
	}

	/** Hands over each field of a message that has a length. */
	private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> reader) {
		while (message.hasRemaining()) {
			long tag = varint(message);
			switch ((int) (tag & 7)) {
				case VARINT -> varint(message);
				case FIXED64 -> message.position(message.position() + Long.BYTES);
				case LENGTH -> {
					int length = (int) varint(message);
					reader.accept((int) (tag >> 3), message.slice(message.position(), length));
					message.position(message.position() + length);
				}
				case FIXED32 -> message.position(message.position() + Integer.BYTES);
				default -> throw new IllegalArgumentException("Not a message");
			}
		}
	}

	private static long varint(ByteBuffer message) {
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			byte next = message.get();
			value |= (long) (next & 0x7f) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException("Not a number");
	}

	private static String text(ByteBuffer value) {
		return StandardCharsets.UTF_8.decode(value).toString();
	}

	private static String hex(ByteBuffer value) {
		byte[] bytes = new byte[value.remaining()];
		value.get(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
