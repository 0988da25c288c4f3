package dev.clickpath.edge.caching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which octets of a representation a body has (RFC 9110, section 14.4).
 *
 * @param first the position of the first octet
 * @param length how many octets
 * @param complete the length of the whole, or -1 when it is not known
 */
public record ContentRange(long first, long length, long complete) {

	private static final Pattern FORM = Pattern.compile("bytes[ \\t]+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)",
			Pattern.CASE_INSENSITIVE);

	/**
	 * A body that is all there is.
	 */
	public static ContentRange whole(long length) {
		return new ContentRange(0, length, length);
	}

	/**
	 * The range told, or null when there is none that can be read or be true.
	 */
	static @Nullable ContentRange parse(@Nullable String text) {
		Matcher matcher = (text != null) ? FORM.matcher(text.strip()) : null;
		if (matcher == null || !matcher.matches()) {
			return null;
		}
		long first = Long.parseLong(matcher.group(1));
		long last = Long.parseLong(matcher.group(2));
		long complete = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
		return (first <= last && (complete < 0 || last < complete))
				? new ContentRange(first, last - first + 1, complete) : null;
	}

	/**
	 * This range as the body that came with it proves it.
	 * @param actual how many octets the body has
	 * @param lenient whether an origin that miscounted is believed as far as its first
	 * position; what it says of the whole is then taken from where its body ends
	 * @return null when it cannot be believed
	 */
	public @Nullable ContentRange provedBy(long actual, boolean lenient) {
		if (actual == this.length) {
			return this;
		}
		if (!lenient || actual == 0) {
			return null;
		}
		return new ContentRange(this.first, actual, reachesEnd() ? this.first + actual : -1);
	}

	/**
	 * The position after the last octet.
	 */
	public long end() {
		return this.first + this.length;
	}

	public boolean isWhole() {
		return this.first == 0 && this.length == this.complete;
	}

	boolean reachesEnd() {
		return end() == this.complete;
	}

	/**
	 * Whether the octets from one position up to another are here.
	 */
	boolean covers(long from, long to) {
		return this.first <= from && to <= end();
	}

	/**
	 * Whether this and another can be of the same whole and leave no gap between them.
	 */
	boolean touches(ContentRange other) {
		boolean sameWhole = this.complete == other.complete || (this.complete < 0 && end() <= other.complete)
				|| (other.complete < 0 && other.end() <= this.complete);
		return sameWhole && this.first <= other.end() && other.first <= end();
	}

	/**
	 * This and another together, which touch and are of the same whole.
	 */
	public ContentRange union(ContentRange other) {
		long start = Math.min(this.first, other.first);
		return new ContentRange(start, Math.max(end(), other.end()) - start, Math.max(this.complete, other.complete));
	}

	@Override
	public String toString() {
		return "bytes " + this.first + "-" + (end() - 1) + "/" + ((this.complete < 0) ? "*" : this.complete);
	}

}
