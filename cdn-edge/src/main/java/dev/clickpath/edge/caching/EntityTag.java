package dev.clickpath.edge.caching;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entity tag (RFC 9110, section 8.8.3).
 *
 * @param weak whether it says only that two representations mean the same
 * @param opaque what stands between the quotes
 */
public record EntityTag(boolean weak, String opaque) {

	/**
	 * The tag, or null when there is none that can be read.
	 */
	public static @Nullable EntityTag parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String stripped = text.strip();
		boolean weak = stripped.startsWith("W/");
		String quoted = weak ? stripped.substring(2) : stripped;
		if (quoted.length() < 2 || quoted.charAt(0) != '"' || quoted.indexOf('"', 1) != quoted.length() - 1) {
			return null;
		}
		return new EntityTag(weak, quoted.substring(1, quoted.length() - 1));
	}

	/**
	 * The tags of a list such as {@code If-None-Match}'s. A backslash is no escape in a
	 * tag, so the list is cut at quotes, not with quoted strings in mind.
	 */
	static List<EntityTag> parseList(String text) {
		List<EntityTag> tags = new ArrayList<>();
		int open = text.indexOf('"');
		while (open >= 0) {
			int close = text.indexOf('"', open + 1);
			if (close < 0) {
				break;
			}
			boolean weak = open >= 2 && text.startsWith("W/", open - 2);
			tags.add(new EntityTag(weak, text.substring(open + 1, close)));
			open = text.indexOf('"', close + 1);
		}
		return tags;
	}

	/**
	 * The tag of the same resource in another content coding: {@code "abc"} becomes
	 * {@code "abc-br"}, for two codings are two sequences of octets (RFC 9110, section
	 * 8.8.3.3).
	 */
	public EntityTag inCoding(String coding) {
		return new EntityTag(this.weak, this.opaque + "-" + coding);
	}

	/** RFC 9110, section 8.8.3.2. */
	boolean matchesWeakly(EntityTag other) {
		return this.opaque.equals(other.opaque);
	}

	/** RFC 9110, section 8.8.3.2. */
	boolean matchesStrongly(EntityTag other) {
		return !this.weak && !other.weak && this.opaque.equals(other.opaque);
	}

	@Override
	public String toString() {
		return (this.weak ? "W/\"" : "\"") + this.opaque + "\"";
	}

}
