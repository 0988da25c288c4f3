package dev.clickpath.edge.disk;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * Says that something was removed, and when. Each takes the same room, so that a torn one
 * is told from a whole one.
 *
 * @param kind what was removed
 * @param what the key, or the tag, or nothing
 * @param removed when
 */
record Tombstone(Kind kind, Digest what, Mark removed) {

	static final int SIZE = 1 + 4 * Long.BYTES + Integer.BYTES;

	private static final Digest ALL = new Digest(0, 0);

	/**
	 * What can be removed.
	 */
	enum Kind {

		KEY('k'), TAG('t'), EVERYTHING('e');

		private final char sign;

		Kind(char sign) {
			this.sign = sign;
		}

		static @Nullable Kind of(byte sign) {
			for (Kind kind : values()) {
				if (kind.sign == sign) {
					return kind;
				}
			}
			return null;
		}

	}

	static Tombstone ofKey(Digest key, Mark removed) {
		return new Tombstone(Kind.KEY, key, removed);
	}

	static Tombstone ofTag(String tag, Mark removed) {
		return new Tombstone(Kind.TAG, new Digest(0, tag.hashCode()), removed);
	}

	static Tombstone ofEverything(Mark removed) {
		return new Tombstone(Kind.EVERYTHING, ALL, removed);
	}

	byte[] octets() {
		ByteBuffer octets = ByteBuffer.allocate(SIZE)
			.put((byte) this.kind.sign)
			.putLong(this.what.high())
			.putLong(this.what.low())
			.putLong(this.removed.life())
			.putLong(this.removed.turn());
		return octets.putInt(checksum(octets)).array();
	}

	/**
	 * Reads one, or null where there is none.
	 */
	static @Nullable Tombstone read(ByteBuffer octets) {
		if (octets.remaining() < SIZE) {
			return null;
		}
		int checksum = checksum(octets.slice(octets.position(), SIZE - Integer.BYTES).position(SIZE - Integer.BYTES));
		Kind kind = Kind.of(octets.get());
		Digest what = new Digest(octets.getLong(), octets.getLong());
		Mark removed = new Mark(octets.getLong(), octets.getLong());
		boolean sound = octets.getInt() == checksum;
		return (sound && kind != null) ? new Tombstone(kind, what, removed) : null;
	}

	/** Over what stands before the position. */
	private static int checksum(ByteBuffer octets) {
		CRC32C checksum = new CRC32C();
		checksum.update(octets.duplicate().flip());
		return (int) checksum.getValue();
	}

}
