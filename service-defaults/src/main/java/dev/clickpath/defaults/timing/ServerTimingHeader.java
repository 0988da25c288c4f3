package dev.clickpath.defaults.timing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes the value of a {@code Server-Timing} header that has only so much room. The rule
 * is plain: entries are taken in the order they come while there is room for them; what
 * was reserved is always there; an entry {@code left-out} at the end tells how many are
 * missing. Written by hand, since it is done for every page.
 */
public final class ServerTimingHeader {

	private static final String LEFT_OUT = "left-out";

	/** For the entry that tells how many are missing. */
	private static final int LEFT_OUT_ROOM = 40;

	private static final int NANOS_A_MICRO = 1_000;

	private static final int NANOS_A_MILLI = 1_000_000;

	private final StringBuilder value = new StringBuilder(512);

	private final StringBuilder reserved = new StringBuilder(32);

	private final int room;

	private int leftOut;

	/**
	 * @param room so many characters the value may have
	 */
	public ServerTimingHeader(int room) {
		this.room = room - LEFT_OUT_ROOM;
	}

	/**
	 * Adds an entry that has its place behind all others, whatever their number.
	 */
	public void reserve(String name, long start, long duration, @Nullable String words) {
		append(this.reserved, name, start, duration, words);
	}

	/**
	 * Adds an entry, if there is room for it.
	 * @param start nanoseconds since this hop had the request, or negative
	 * @param duration in nanoseconds, or negative for none
	 * @param words facts for people, or null
	 */
	public void add(String name, long start, long duration, @Nullable String words) {
		int before = this.value.length();
		append(this.value, name, start, duration, words);
		keepIfThereIsRoom(before);
	}

	/**
	 * Adds the well-formed entries of a field that another hop has written, as they are.
	 * @param field its value
	 * @param own the name of this hop: no other may speak for it
	 */
	public void addAll(String field, String own) {
		MetricScanner scanner = new MetricScanner(field);
		while (scanner.next()) {
			if (!scanner.isOf(own)) {
				int before = this.value.length();
				if (before > 0) {
					this.value.append(", ");
				}
				this.value.append(field, scanner.start(), scanner.end());
				keepIfThereIsRoom(before);
			}
		}
	}

	/** So many more there would have been. */
	void leftOut(int more) {
		this.leftOut += more;
	}

	/**
	 * The value, empty when there is nothing to tell.
	 */
	public String value() {
		if (!this.reserved.isEmpty()) {
			this.value.append(this.value.isEmpty() ? "" : ", ").append(this.reserved);
		}
		if (this.leftOut > 0) {
			append(this.value, LEFT_OUT, -1, -1, "entries=" + this.leftOut);
		}
		return this.value.toString();
	}

	/**
	 * The well-formed entries of fields that another hop has written; empty when there
	 * are none.
	 * @param own the name of this hop: no other may speak for it
	 */
	public static String wellFormed(List<String> fields, String own, int room) {
		ServerTimingHeader header = new ServerTimingHeader(room);
		fields.forEach((field) -> header.addAll(field, own));
		return header.value();
	}

	private void keepIfThereIsRoom(int before) {
		if (this.value.length() + this.reserved.length() > this.room) {
			this.value.setLength(before);
			this.leftOut++;
		}
	}

	private static void append(StringBuilder to, String name, long start, long duration, @Nullable String words) {
		if (!to.isEmpty()) {
			to.append(", ");
		}
		to.append(name);
		if (start >= 0 || words != null) {
			to.append(";desc=\"");
			if (start >= 0) {
				appendMillis(to.append('@'), start);
				to.append((words != null) ? " " : "");
			}
			if (words != null) {
				HttpToken.appendQuotable(to, words);
			}
			to.append('"');
		}
		if (duration >= 0) {
			appendMillis(to.append(";dur="), duration);
		}
	}

	/**
	 * Appends a time in milliseconds: with one decimal, and below one millisecond with
	 * three at most.
	 */
	public static void appendMillis(StringBuilder to, long nanos) {
		long micros = (nanos + NANOS_A_MICRO / 2) / NANOS_A_MICRO;
		if (micros >= NANOS_A_MILLI / NANOS_A_MICRO) {
			long tenths = (nanos + NANOS_A_MILLI / 20) / (NANOS_A_MILLI / 10);
			to.append(tenths / 10).append('.').append((char) ('0' + tenths % 10));
			return;
		}
		int digits = (int) micros;
		to.append("0.").append((char) ('0' + digits / 100));
		if (digits % 100 != 0) {
			to.append((char) ('0' + digits / 10 % 10));
			if (digits % 10 != 0) {
				to.append((char) ('0' + digits % 10));
			}
		}
	}

}
