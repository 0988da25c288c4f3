package dev.clickpath.cli.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An answer of the origin, that can also be sent in part.
 *
 * @param resource what of
 * @param version which version
 * @param status 200, 206 or 304
 * @param part what is sent, or null for nothing
 * @param chunked whether the length is not told beforehand
 */
record OriginAnswer(Resource resource, long version, int status, Ask.@Nullable Part part, boolean chunked) {

	private static final DateTimeFormatter DATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final Instant FIRST_MODIFIED = Instant.parse("2026-01-01T00:00:00Z");

	private static final int BLOCK = 16 * 1024;

	private static final int CHUNKED_OF = 4;

	private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

	/**
	 * The answer to a request with these fields.
	 */
	static OriginAnswer to(Resource resource, long version, boolean head, Map<String, String> fields) {
		Content content = resource.content(version);
		if (Resource.entityTag(version).equals(fields.get("if-none-match"))) {
			return new OriginAnswer(resource, version, 304, null, false);
		}
		Ask.Part whole = new Ask.Part(0, content.length() - 1);
		boolean chunked = content.length() % CHUNKED_OF == 0;
		if (head) {
			return new OriginAnswer(resource, version, 200, null, chunked);
		}
		Matcher range = RANGE.matcher(fields.getOrDefault("range", ""));
		if (resource.isLarge() && range.matches() && !fields.containsKey("if-range")
				&& Long.parseLong(range.group(1)) < content.length()) {
			return new OriginAnswer(resource, version, 206, new Ask.Part(Long.parseLong(range.group(1)),
					Math.min(Long.parseLong(range.group(2)), whole.last())), false);
		}
		return new OriginAnswer(resource, version, 200, whole, chunked);
	}

	/**
	 * A fault that this answer can have: where there is no body, what would happen within
	 * it happens instead of the answer. Otherwise the answer would be whole, and the
	 * connection look as if it could be used again.
	 */
	Fault possible(Fault fault) {
		boolean body = this.part != null && this.part.last() >= this.part.first();
		return switch (fault) {
			case BROKEN_BODY -> body ? fault : Fault.RESET;
			case HANG_IN_BODY -> body ? fault : Fault.HANG;
			default -> fault;
		};
	}

	void send(OutputStream output) throws IOException {
		output.write(head());
		if (this.part != null) {
			write(output, this.part.first(), this.part.last() + 1);
			if (this.chunked) {
				output.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			}
		}
		output.flush();
	}

	/**
	 * Sends half of the body, as if the rest were to follow.
	 */
	void sendHalf(OutputStream output) throws IOException {
		output.write(head());
		if (this.part != null) {
			write(output, this.part.first(), this.part.first() + (this.part.last() - this.part.first()) / 2);
		}
		output.flush();
	}

	void sendHalfHead(OutputStream output) throws IOException {
		byte[] head = head();
		output.write(head, 0, head.length / 2);
		output.flush();
	}

	void sendError(OutputStream output, int status) throws IOException {
		byte[] body = Judge.errorBody(this.resource);
		output.write("""
				HTTP/1.1 %d Failure
				Content-Type: text/plain
				Cache-Control: no-store
				Content-Length: %d

				""".formatted(status, body.length).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
		if (!isBodiless()) {
			output.write(body);
		}
		output.flush();
	}

	/** Of an answer to HEAD, which is known by its having no part. */
	private boolean isBodiless() {
		return this.part == null && this.status == 200;
	}

	private byte[] head() {
		Content content = this.resource.content(this.version);
		StringBuilder head = new StringBuilder(512).append("HTTP/1.1 ").append(this.status).append(" Right\r\n");
		field(head, "Date", DATE.format(Instant.now()));
		field(head, "ETag", Resource.entityTag(this.version));
		field(head, "Last-Modified", DATE.format(FIRST_MODIFIED.plusSeconds(this.version)));
		field(head, "Cache-Control", this.resource.policy().cacheControl());
		field(head, Judge.VERSION, Long.toString(this.version));
		// Both ways to tell tags are to work.
		if (content.seed() % 2 == 0) {
			field(head, "Surrogate-Key", String.join(" ", this.resource.tags()));
		}
		else {
			field(head, "Cache-Tag", String.join(",", this.resource.tags()));
		}
		if (this.status != 304) {
			field(head, "Content-Type", this.resource.contentType());
			framing(head, content);
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
	}

	private void framing(StringBuilder head, Content content) {
		if (this.status == 206 && this.part != null) {
			field(head, "Content-Range",
					"bytes %d-%d/%d".formatted(this.part.first(), this.part.last(), content.length()));
		}
		if (this.chunked) {
			field(head, "Transfer-Encoding", "chunked");
		}
		else {
			long length = (this.part != null) ? this.part.last() - this.part.first() + 1 : content.length();
			field(head, "Content-Length", Long.toString(length));
		}
	}

	private static void field(StringBuilder head, String name, String value) {
		head.append(name).append(": ").append(value).append("\r\n");
	}

	private void write(OutputStream output, long first, long end) throws IOException {
		Content content = this.resource.content(this.version);
		byte[] block = new byte[(int) Math.min(BLOCK, end - first)];
		for (long position = first; position < end; position += block.length) {
			int length = (int) Math.min(block.length, end - position);
			content.write(position, block, length);
			if (this.chunked) {
				output.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
			}
			output.write(block, 0, length);
			if (this.chunked) {
				output.write("\r\n".getBytes(StandardCharsets.US_ASCII));
			}
		}
	}

}
