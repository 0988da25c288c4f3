package dev.clickpath.gateway.listening;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import io.netty.util.ByteProcessor;

/**
 * Which octets may stand where in a request. Each processor goes on as long as all is
 * well.
 */
final class Octets {

	private static final boolean[] TOKENS = alphanumericAnd("!#$%&'*+-.^_`|~");

	private static final boolean[] TARGETS = alphanumericAnd("/?:@!$&'()*+,;=-._~%[]");

	/** RFC 9110, section 5.6.2. */
	static final ByteProcessor TOKEN = Octets::isOfToken;

	/** Methods are case-sensitive, and all there are are written large. */
	static final ByteProcessor METHOD = Octets::isOfMethod;

	/** RFC 9110, section 5.5: what can be seen, blanks, and what lies beyond ASCII. */
	static final ByteProcessor VALUE = (octet) -> (octet >= ' ' && octet != 0x7f) || octet == '\t' || octet < 0;

	/** RFC 3986, section 3.3, and brackets, which many leave as they are in a query. */
	static final ByteProcessor TARGET = Octets::isOfTarget;

	private Octets() {
	}

	static boolean isOfTarget(byte octet) {
		return TARGETS[octet & 0xff];
	}

	static boolean isOfMethod(byte octet) {
		return (octet >= 'A' && octet <= 'Z') || octet == '-' || octet == '_';
	}

	private static boolean isOfToken(byte octet) {
		return TOKENS[octet & 0xff];
	}

	private static boolean[] alphanumericAnd(String others) {
		boolean[] allowed = new boolean[256];
		for (char c = 0; c < 128; c++) {
			boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			allowed[c] = alphanumeric || others.indexOf(c) >= 0;
		}
		return allowed;
	}

	/**
	 * Whether there is something from start to end, and nothing but these.
	 */
	static boolean are(ByteProcessor allowed, ByteBuf in, int start, int end) {
		return end > start && in.forEachByte(start, end - start, allowed) < 0;
	}

	/**
	 * Whether the octets from start to end spell this in any case.
	 * @param lowerCase letters, digits and hyphens
	 */
	static boolean spell(AsciiString lowerCase, ByteBuf in, int start, int end) {
		if (end - start != lowerCase.length()) {
			return false;
		}
		for (int i = 0; i < lowerCase.length(); i++) {
			byte octet = in.getByte(start + i);
			boolean large = octet >= 'A' && octet <= 'Z';
			if ((large ? octet + 0x20 : octet) != lowerCase.byteAt(i)) {
				return false;
			}
		}
		return true;
	}

}
