package dev.clickpath.defaults.timing;

/**
 * Goes through the well-formed entries of a {@code Server-Timing} field (W3C Server
 * Timing, section 4: {@code name;desc="words";dur=1.2, …}). Whatever else stands between
 * two commas is passed over; behind a quote that nobody closes, everything is.
 */
final class MetricScanner {

	private final String text;

	private int at;

	private int start;

	private int nameEnd;

	private int end;

	private Range duration = Range.NONE;

	private Range description = Range.NONE;

	MetricScanner(String text) {
		this.text = text;
	}

	/** A part of the text, quotes and all; {@code NONE} when there is no such part. */
	record Range(int start, int end) {

		static final Range NONE = new Range(0, 0);

		boolean isThere() {
			return this.end > this.start;
		}

	}

	/**
	 * Goes to the next well-formed entry.
	 */
	boolean next() {
		while (this.at < this.text.length()) {
			skipSpace();
			this.start = this.at;
			if (readEntry()) {
				this.at++;
				return true;
			}
			this.at = this.start;
			skipToComma();
		}
		return false;
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

	String name() {
		return this.text.substring(this.start, this.nameEnd);
	}

	Range duration() {
		return this.duration;
	}

	Range description() {
		return this.description;
	}

	/**
	 * Whether the entry is a hop's own: named as it is, or behind its name and a dot.
	 */
	boolean isOf(String hop) {
		return this.text.startsWith(hop, this.start) && (this.nameEnd == this.start + hop.length()
				|| (this.nameEnd > this.start + hop.length() && this.text.charAt(this.start + hop.length()) == '.'));
	}

	/** Up to the comma behind it, or the end. */
	private boolean readEntry() {
		this.duration = Range.NONE;
		this.description = Range.NONE;
		this.nameEnd = tokenEnd();
		if (this.nameEnd == this.start) {
			return false;
		}
		this.at = this.nameEnd;
		this.end = this.at;
		skipSpace();
		while (this.at < this.text.length() && this.text.charAt(this.at) == ';') {
			this.at++;
			if (!readParameter()) {
				return false;
			}
			this.end = this.at;
			skipSpace();
		}
		return this.at >= this.text.length() || this.text.charAt(this.at) == ',';
	}

	private boolean readParameter() {
		skipSpace();
		int nameStart = this.at;
		int nameStop = tokenEnd();
		this.at = nameStop;
		if (nameStop == nameStart) {
			return false;
		}
		skipSpace();
		if (this.at >= this.text.length() || this.text.charAt(this.at) != '=') {
			this.at = nameStop;
			return true;
		}
		this.at++;
		skipSpace();
		int valueStart = this.at;
		boolean quoted = valueStart < this.text.length() && this.text.charAt(valueStart) == '"';
		this.at = quoted ? quotedEnd() : tokenEnd();
		if (this.at <= valueStart) {
			return false;
		}
		note(nameStart, nameStop - nameStart, new Range(valueStart, this.at));
		return true;
	}

	/** The first of its name counts. */
	private void note(int name, int length, Range value) {
		if (!this.duration.isThere() && length == 3 && this.text.regionMatches(true, name, "dur", 0, length)) {
			this.duration = value;
		}
		if (!this.description.isThere() && length == 4 && this.text.regionMatches(true, name, "desc", 0, length)) {
			this.description = value;
		}
	}

	private int tokenEnd() {
		int i = this.at;
		while (i < this.text.length() && HttpToken.isTokenCharacter(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	/** Behind the closing quote, or 0 when there is none or something does not belong. */
	private int quotedEnd() {
		for (int i = this.at + 1; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == '"') {
				return i + 1;
			}
			if (c == '\\') {
				i++;
				c = (i < this.text.length()) ? this.text.charAt(i) : 0;
			}
			if (!HttpToken.isQuotable(c)) {
				return 0;
			}
		}
		return 0;
	}

	private void skipSpace() {
		while (this.at < this.text.length()
				&& (this.text.charAt(this.at) == ' ' || this.text.charAt(this.at) == '\t')) {
			this.at++;
		}
	}

	private void skipToComma() {
		boolean quoted = false;
		while (this.at < this.text.length()) {
			char c = this.text.charAt(this.at++);
			if (quoted && c == '\\') {
				this.at++;
			}
			else if (c == '"') {
				quoted = !quoted;
			}
			else if (c == ',' && !quoted) {
				return;
			}
		}
	}

}
