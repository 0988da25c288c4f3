package dev.clickpath.edge.proxying;

import dev.clickpath.defaults.timing.ServerTimingHeader;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.tracing.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * What the edge tells of one request: whether it had the answer, how long looking for it
 * took, what the origin took, and what the coding made of the body. Written by hand: a
 * hit takes some twenty microseconds in all.
 */
final class EdgeTiming {

	static final String HOP = "edge";

	/** In place of the age of an answer that comes straight from the origin. */
	static final long NEW = -1;

	private static final int USUAL_LENGTH = 128;

	private final long start = System.nanoTime();

	private long lookup = -1;

	private @Nullable String found;

	private @Nullable OriginAnswer origin;

	private @Nullable ContentCoding coding;

	private int plain;

	private int encoded;

	private long encodingStart;

	private long encoding = -1;

	/**
	 * The store has been asked; only the first time counts, later ones are answers to the
	 * origin's.
	 */
	void lookedUp() {
		if (this.lookup < 0) {
			this.lookup = System.nanoTime() - this.start;
		}
	}

	/** A coding is made for this request. */
	void encodingBegins() {
		this.encodingStart = System.nanoTime();
	}

	void encodingEnds() {
		this.encoding = System.nanoTime() - this.encodingStart;
	}

	/**
	 * The body is sent in a coding.
	 * @param plain its length without, in bytes
	 * @param encoded its length in that coding
	 */
	void sentIn(ContentCoding coding, int plain, int encoded) {
		this.coding = coding;
		this.plain = plain;
		this.encoded = encoded;
	}

	/**
	 * The header's value.
	 * @param found what was found: {@code hit}, {@code miss} …
	 * @param age of what was found, in seconds, or {@link #NEW}
	 * @param origin its answer, or null when it was not asked for this request
	 */
	StringBuilder value(String found, long age, @Nullable OriginAnswer origin) {
		this.found = found;
		this.origin = origin;
		StringBuilder value = new StringBuilder(USUAL_LENGTH).append("edge;desc=\"").append(found);
		if (age != NEW) {
			value.append("; age=").append(age);
		}
		value.append("\";dur=");
		ServerTimingHeader.appendMillis(value, System.nanoTime() - this.start);
		if (this.lookup >= 0) {
			ServerTimingHeader.appendMillis(value.append(", edge.lookup;desc=\"@0.0\";dur="), this.lookup);
		}
		if (origin != null) {
			long began = Math.max(0, origin.sent() - this.start);
			ServerTimingHeader.appendMillis(value.append(", edge.origin;desc=\"@"), began);
			ServerTimingHeader.appendMillis(value.append("\";dur="), origin.took().toNanos());
		}
		if (this.coding != null && this.coding != ContentCoding.IDENTITY) {
			appendEncoding(value, this.coding);
		}
		return value;
	}

	private void appendEncoding(StringBuilder value, ContentCoding made) {
		value.append(", edge.encoding;desc=\"");
		boolean kept = this.encoding < 0;
		if (!kept) {
			ServerTimingHeader.appendMillis(value.append('@'), this.encodingStart - this.start);
			value.append(' ');
		}
		value.append(made.token()).append("; from=").append(this.plain).append("; to=").append(this.encoded);
		if (kept) {
			value.append("; kept\"");
		}
		else {
			ServerTimingHeader.appendMillis(value.append("\";dur="), this.encoding);
		}
	}

	/**
	 * What was found, as it was told; null when nothing was.
	 */
	@Nullable String found() {
		return this.found;
	}

	/**
	 * Writes the same steps down in a trace.
	 */
	void record(RequestTrace trace) {
		if (this.lookup >= 0) {
			trace.step("edge.lookup", this.start, this.lookup, this.found);
		}
		if (this.origin != null) {
			trace.step("edge.origin", this.origin.sent(), this.origin.took().toNanos(),
					"status=" + this.origin.status());
		}
		if (this.coding != null && this.encoding >= 0) {
			trace.step("edge.encoding", this.encodingStart, this.encoding,
					this.coding.token() + "; from=" + this.plain + "; to=" + this.encoded);
		}
	}

}
