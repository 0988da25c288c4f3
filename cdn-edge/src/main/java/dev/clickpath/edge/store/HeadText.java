package dev.clickpath.edge.store;

import io.netty.util.AsciiString;

/**
 * The words of stored heads as they are sent, each kept once: names, and values like
 * {@code text/css}, are the same in most of them, and a million heads are mostly that.
 * What shares a place with another word is made anew, which costs room and no more; so
 * nothing has to be locked, and a client that makes up words fills nothing.
 */
final class HeadText {

	private static final int PLACES = 1 << 12;

	private static final AsciiString[] KNOWN = new AsciiString[PLACES];

	private HeadText() {
	}

	static CharSequence of(String text) {
		int place = (text.hashCode() * 0x9E3779B9) >>> 20;
		AsciiString known = KNOWN[place];
		if (known == null || !known.contentEquals(text)) {
			known = new AsciiString(text);
			KNOWN[place] = known;
		}
		return known;
	}

}
