package dev.clickpath.cli.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * An answer whose body is read as it comes.
 */
public final class Reply {

	private final int status;

	private final Map<String, String> fields;

	private final FramedBody body;

	private Reply(int status, Map<String, String> fields, FramedBody body) {
		this.status = status;
		this.fields = fields;
		this.body = body;
	}

	/**
	 * Reads an answer up to its body.
	 * @param head whether it answers HEAD, so that no body follows
	 */
	public static Reply read(InputStream input, boolean head) throws IOException {
		int status = status(Wire.line(input));
		Map<String, String> fields = new LinkedHashMap<>();
		try {
			for (String line = Wire.line(input); !line.isEmpty(); line = Wire.line(input)) {
				int colon = line.indexOf(':');
				if (colon <= 0) {
					throw new IOException("Not a field: " + line);
				}
				fields.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
						(before, more) -> before + ", " + more);
			}
		}
		catch (EOFException ex) {
			throw new BrokenOffException("The connection ended within the head");
		}
		return new Reply(status, fields, body(input, status, fields, head));
	}

	private static int status(String line) throws IOException {
		if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
			throw new IOException("Not a status line: " + line);
		}
		return Integer.parseInt(line.substring(9, 12));
	}

	/** RFC 9112, section 6.3. */
	private static FramedBody body(InputStream input, int status, Map<String, String> fields, boolean head)
			throws IOException {
		if (head || status < 200 || status == 204 || status == 304) {
			return FramedBody.ofLength(input, 0);
		}
		if ("chunked".equalsIgnoreCase(fields.get("transfer-encoding"))) {
			return FramedBody.chunked(input);
		}
		String length = fields.get("content-length");
		if (length == null) {
			throw new IOException("The answer does not tell where its body ends");
		}
		return FramedBody.ofLength(input, Long.parseLong(length));
	}

	public int status() {
		return this.status;
	}

	/**
	 * The value of a field, its lines joined.
	 */
	public @Nullable String field(String name) {
		return this.fields.get(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * The body; reading it throws {@link BrokenOffException} when it is not whole.
	 */
	public InputStream body() {
		return this.body;
	}

	boolean leavesConnectionOpen() {
		return this.body.isAtEnd() && !"close".equalsIgnoreCase(this.fields.get("connection"));
	}

	@Override
	public String toString() {
		return this.status + " " + new TreeMap<>(this.fields);
	}

}
