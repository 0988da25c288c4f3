package dev.clickpath.gateway.listening;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Follows a body in chunks (RFC 9112, section 7.1) without taking it apart, and knows
 * where it ends.
 */
final class ChunkedBody {

	/** With an extension, which nobody sends. */
	private static final int LONGEST_SIZE_LINE = 256;

	private static final int LONGEST_TRAILER = 8 * 1024;

	/** More would be beyond any limit for a body. */
	private static final int MOST_DIGITS = 8;

	private static final Refusal BAD_SIZE = Refusal.badRequest("The size of a chunk is malformed");

	private static final Refusal BAD_END = Refusal.badRequest("A chunk is not as long as it says");

	private static final Refusal BAD_LINE_END = Refusal.badRequest("A line has no proper end");

	private static final Refusal TOO_LONG = Refusal.badRequest("The chunks have too much around them");

	private enum Part {

		SIZE, DATA, DATA_END, TRAILER, END

	}

	private Part part = Part.SIZE;

	private long left;

	private long length;

	private int trailers;

	private @Nullable Refusal refusal;

	/**
	 * How many of the octets at hand are part of the body and good to pass on: none when
	 * more must come first, or when it is refused.
	 */
	int passable(ByteBuf in) {
		int start = in.readerIndex();
		int at = start;
		int next = step(in, at);
		while (next > at) {
			at = next;
			next = step(in, at);
		}
		return at - start;
	}

	boolean isOver() {
		return this.part == Part.END;
	}

	/** Why it is not taken, if it is not. */
	@Nullable Refusal refusal() {
		return this.refusal;
	}

	/** Of the chunks announced so far, in bytes. */
	long length() {
		return this.length;
	}

	/** The end of what was good from here on, or the same place. */
	private int step(ByteBuf in, int at) {
		return switch (this.part) {
			case SIZE -> {
				int end = line(in, at, LONGEST_SIZE_LINE);
				yield (end > at && size(in, at, end - 2)) ? end : at;
			}
			case DATA -> {
				int taken = (int) Math.min(this.left, in.writerIndex() - at);
				this.left -= taken;
				this.part = (this.left == 0) ? Part.DATA_END : Part.DATA;
				yield at + taken;
			}
			case DATA_END -> dataEnd(in, at);
			case TRAILER -> {
				int end = line(in, at, LONGEST_TRAILER - this.trailers);
				yield (end > at && trailer(in, at, end)) ? end : at;
			}
			case END -> at;
		};
	}

	/** The beginning of the next line; this place when the line is not whole. */
	private int line(ByteBuf in, int at, int longest) {
		int feed = in.indexOf(at, Math.min(in.writerIndex(), at + longest), (byte) '\n');
		if (feed < 0) {
			this.refusal = (in.writerIndex() - at >= longest) ? TOO_LONG : null;
			return at;
		}
		if (feed == at || in.getByte(feed - 1) != '\r') {
			this.refusal = BAD_LINE_END;
			return at;
		}
		return feed + 1;
	}

	private boolean size(ByteBuf in, int at, int end) {
		int semicolon = in.indexOf(at, end, (byte) ';');
		int digits = ((semicolon < 0) ? end : semicolon) - at;
		boolean hex = digits > 0 && digits <= MOST_DIGITS
				&& in.forEachByte(at, digits, (octet) -> Targets.isHex(octet)) < 0;
		boolean extension = semicolon < 0 || Octets.are(Octets.VALUE, in, semicolon, end);
		if (!hex || !extension) {
			this.refusal = BAD_SIZE;
			return false;
		}
		long size = 0;
		for (int i = at; i < at + digits; i++) {
			size = size * 16 + Character.digit(in.getByte(i), 16);
		}
		this.left = size;
		this.length += size;
		this.part = (size == 0) ? Part.TRAILER : Part.DATA;
		return true;
	}

	private int dataEnd(ByteBuf in, int at) {
		int there = in.writerIndex() - at;
		if ((there > 0 && in.getByte(at) != '\r') || (there > 1 && in.getByte(at + 1) != '\n')) {
			this.refusal = BAD_END;
			return at;
		}
		if (there < 2) {
			return at;
		}
		this.part = Part.SIZE;
		return at + 2;
	}

	private boolean trailer(ByteBuf in, int at, int end) {
		this.trailers += end - at;
		if (end - at == 2) {
			this.part = Part.END;
			return true;
		}
		this.refusal = RequestHead.trailer(in, at, end - 2);
		return this.refusal == null;
	}

}
