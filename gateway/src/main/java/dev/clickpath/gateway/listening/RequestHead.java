package dev.clickpath.gateway.listening;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's head line by line and refuses whatever two servers could read
 * differently: that is how requests are smuggled (RFC 9112, section 11.2). Netty's
 * decoder comes after it, and is more lenient.
 */
final class RequestHead {

	/** The length of a body that says itself where it ends. */
	static final long CHUNKED = -1;

	private static final AsciiString HOST = AsciiString.cached("host");

	private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");

	private static final AsciiString TRANSFER_ENCODING = AsciiString.cached("transfer-encoding");

	private static final AsciiString EXPECT = AsciiString.cached("expect");

	private static final AsciiString VERSION = AsciiString.cached("http/1.");

	private static final AsciiString CHUNKED_CODING = AsciiString.cached("chunked");

	private static final AsciiString CONTINUE = AsciiString.cached("100-continue");

	/** Eighteen digits fit into a long; no body is as long. */
	private static final int MOST_DIGITS = 18;

	private static final Refusal BAD_LINE = Refusal.badRequest("The request line is malformed");

	private static final Refusal TWO_LENGTHS = Refusal.badRequest("A body has one length");

	private static final Refusal NOT_HTTP_ONE = new Refusal(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED,
			"Only HTTP/1.1 and HTTP/1.0 are spoken here");

	private boolean oldVersion;

	private @Nullable String authority;

	private @Nullable String host;

	private long bodyLength;

	private boolean framed;

	/**
	 * The first line, without its end.
	 * @return why it is not taken, or null
	 */
	@Nullable Refusal requestLine(ByteBuf in, int start, int end) {
		int target = in.indexOf(start, end, (byte) ' ') + 1;
		if (target == 0 || !Octets.are(Octets.METHOD, in, start, target - 1)) {
			return BAD_LINE;
		}
		int version = in.indexOf(target, end, (byte) ' ') + 1;
		if (version == 0 || end - version != VERSION.length() + 1) {
			return BAD_LINE;
		}
		byte minor = in.getByte(end - 1);
		if (in.getByte(version) != 'H' || !Octets.spell(VERSION, in, version, end - 1)
				|| (minor != '0' && minor != '1')) {
			return NOT_HTTP_ONE;
		}
		this.oldVersion = minor == '0';
		if (is("CONNECT", in, start, target - 1) || is("TRACE", in, start, target - 1)) {
			return new Refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, "This is no tunnel and no mirror");
		}
		if (!Octets.are(Octets.TARGET, in, target, version - 1)) {
			return Refusal.badRequest("The request target has characters that do not belong there");
		}
		return target(text(in, target, version - 1));
	}

	private @Nullable Refusal target(String target) {
		if (!Targets.isWellEncoded(target)) {
			return Refusal.badRequest("The request target is not well encoded");
		}
		if (target.charAt(0) != '/') {
			this.authority = Targets.authority(target);
			if (this.authority == null) {
				return Refusal.badRequest("The request target is neither a path nor an address");
			}
		}
		return null;
	}

	/**
	 * A line after the first, without its end.
	 * @return why it is not taken, or null
	 */
	@Nullable Refusal field(ByteBuf in, int start, int end) {
		Refusal malformed = malformed(in, start, end);
		if (malformed != null) {
			return malformed;
		}
		int colon = in.indexOf(start, end, (byte) ':');
		return switch (colon - start) {
			case 4 -> Octets.spell(HOST, in, start, colon) ? host(value(in, colon, end)) : null;
			case 6 -> Octets.spell(EXPECT, in, start, colon) ? expect(in, colon, end) : null;
			case 14 -> Octets.spell(CONTENT_LENGTH, in, start, colon) ? contentLength(value(in, colon, end)) : null;
			case 17 ->
				Octets.spell(TRANSFER_ENCODING, in, start, colon) ? transferEncoding(value(in, colon, end)) : null;
			default -> null;
		};
	}

	/**
	 * A line after a chunked body, where nothing may stand that has to do with framing
	 * and routing (RFC 9110, section 6.5.1).
	 */
	static @Nullable Refusal trailer(ByteBuf in, int start, int end) {
		Refusal malformed = malformed(in, start, end);
		if (malformed != null) {
			return malformed;
		}
		int colon = in.indexOf(start, end, (byte) ':');
		boolean framing = Octets.spell(CONTENT_LENGTH, in, start, colon)
				|| Octets.spell(TRANSFER_ENCODING, in, start, colon) || Octets.spell(HOST, in, start, colon);
		return framing ? Refusal.badRequest("A trailer is too late to say that") : null;
	}

	private static @Nullable Refusal malformed(ByteBuf in, int start, int end) {
		byte first = in.getByte(start);
		if (first == ' ' || first == '\t') {
			return Refusal.badRequest("A field line is folded");
		}
		int colon = in.indexOf(start, end, (byte) ':');
		if (colon < 0 || !Octets.are(Octets.TOKEN, in, start, colon)) {
			return Refusal.badRequest("A field has no proper name");
		}
		if (colon + 1 < end && !Octets.are(Octets.VALUE, in, colon + 1, end)) {
			return Refusal.badRequest("A field value has characters that do not belong there");
		}
		return null;
	}

	/** Exactly one, and a real one (RFC 9112, section 3.2). */
	private @Nullable Refusal host(String value) {
		if (this.host != null) {
			return Refusal.badRequest("A request needs exactly one Host field");
		}
		this.host = value;
		return Targets.isAuthority(value) ? null : Refusal.badRequest("The Host field is not a host");
	}

	private static @Nullable Refusal expect(ByteBuf in, int colon, int end) {
		String value = value(in, colon, end);
		return CONTINUE.contentEqualsIgnoreCase(value) ? null
				: new Refusal(HttpResponseStatus.EXPECTATION_FAILED, "Nothing but 100-continue can be expected");
	}

	private @Nullable Refusal contentLength(String value) {
		if (this.framed) {
			return TWO_LENGTHS;
		}
		this.framed = true;
		if (value.isEmpty() || value.length() > MOST_DIGITS || !value.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return Refusal.badRequest("The Content-Length is no number");
		}
		this.bodyLength = Long.parseLong(value);
		return null;
	}

	/** RFC 9112, section 6.1. */
	private @Nullable Refusal transferEncoding(String value) {
		if (this.framed) {
			return TWO_LENGTHS;
		}
		this.framed = true;
		this.bodyLength = CHUNKED;
		return CHUNKED_CODING.contentEqualsIgnoreCase(value) ? null
				: new Refusal(HttpResponseStatus.NOT_IMPLEMENTED, "The only transfer coding taken is chunked");
	}

	/**
	 * All lines are here.
	 * @return why the whole is not taken, or null
	 */
	@Nullable Refusal complete() {
		if (this.host == null) {
			return Refusal.badRequest("A request needs exactly one Host field");
		}
		if (this.authority != null && !this.authority.equalsIgnoreCase(this.host)) {
			return Refusal.badRequest("The request target and the Host field name different hosts");
		}
		if (this.oldVersion && this.bodyLength == CHUNKED) {
			return Refusal.badRequest("HTTP/1.0 knows no chunks");
		}
		return null;
	}

	/** In bytes, or {@link #CHUNKED}. */
	long bodyLength() {
		return this.bodyLength;
	}

	private static String value(ByteBuf in, int colon, int end) {
		return text(in, colon + 1, end).strip();
	}

	private static String text(ByteBuf in, int start, int end) {
		return in.toString(start, end - start, StandardCharsets.ISO_8859_1);
	}

	private static boolean is(String method, ByteBuf in, int start, int end) {
		return end - start == method.length() && text(in, start, end).equals(method);
	}

}
