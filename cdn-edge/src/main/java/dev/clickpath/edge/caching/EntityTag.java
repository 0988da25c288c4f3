package dev.clickpath.edge.caching;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entity tag (RFC 9110, section 8.8.3).
 *
 * @param weak whether it says only that two representations mean the same
 * @param opaque what stands between the quotes
 * @param bare whether the origin forgot the quotes: it is told such a tag as it wrote it
 */
public record EntityTag(boolean weak, String opaque, boolean bare) {

	/**
	 * The tag, or null when there is none.
	 */
	public static @Nullable EntityTag parse(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String stripped = text.strip();
		boolean weak = stripped.startsWith("W/\"");
		String quoted = weak ? stripped.substring(2) : stripped;
		boolean sound = quoted.length() >= 2 && quoted.charAt(0) == '"'
				&& quoted.indexOf('"', 1) == quoted.length() - 1;
		return sound ? new EntityTag(weak, quoted.substring(1, quoted.length() - 1), false)
				: new EntityTag(false, stripped, true);
	}

	/**
	 * The tags of a list such as {@code If-None-Match}'s. A backslash is no escape in a
	 * tag and a comma may be in one, so the list is cut at quotes.
	 */
	static List<EntityTag> parseList(String text) {
		List<EntityTag> tags = new ArrayList<>();
		int position = 0;
		while (position < text.length()) {
			int open = text.indexOf('"', position);
			int comma = text.indexOf(',', position);
			int end = (comma < 0) ? text.length() : comma;
			if (open >= 0 && open < end) {
				int close = text.indexOf('"', open + 1);
				int after = (close < 0) ? -1 : text.indexOf(',', close);
				end = (after < 0) ? text.length() : after;
			}
			EntityTag tag = parse(text.substring(position, end));
			if (tag != null) {
				tags.add(tag);
			}
			position = end + 1;
		}
		return tags;
	}

	/**
	 * The tag of the same resource in another content coding: {@code "abc"} becomes
	 * {@code "abc-br"}, for two codings are two sequences of octets (RFC 9110, section
	 * 8.8.3.3).
	 */
	public EntityTag inCoding(String coding) {
		return new EntityTag(this.weak, this.opaque + "-" + coding, false);
	}

	/** RFC 9110, section 8.8.3.2. */
	boolean matchesWeakly(EntityTag other) {
		return this.opaque.equals(other.opaque) && this.bare == other.bare;
	}

	/** RFC 9110, section 8.8.3.2. */
	boolean matchesStrongly(EntityTag other) {
		return isStrong() && other.isStrong() && this.opaque.equals(other.opaque);
	}

	boolean isStrong() {
		return !this.weak && !this.bare;
	}

	@Override
	public String toString() {
		if (this.bare) {
			return this.opaque;
		}
		return (this.weak ? "W/\"" : "\"") + this.opaque + "\"";
	}

}
