package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.BodyWriter;
import io.netty.buffer.Unpooled;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * One object in a file: magic, version, the head with its length and checksum, the
 * bodies, and a checksum over everything. The head has one of its own so that it can be
 * relied on without reading the bodies.
 */
final class ObjectFile {

	private static final int MAGIC = 0x636c6b70;

	private static final int VERSION = 1;

	private static final int PREFIX = 4 * Integer.BYTES;

	private static final int SUFFIX = Integer.BYTES;

	private static final int CHUNK = 64 * 1024;

	private ObjectFile() {
	}

	/**
	 * What a file holds.
	 *
	 * @param bodies held on to for whoever gets them; in the order of the parts that have
	 * one
	 */
	record Content(ObjectHead head, List<Body> bodies) {
	}

	/**
	 * How large the file of an object is.
	 */
	static long size(int headLength, long bodyLength) {
		return PREFIX + headLength + bodyLength + SUFFIX;
	}

	/**
	 * Writes a file anew. It is not forced onto the disk: what a power failure tears does
	 * not match its checksum.
	 * @param bodies which the caller holds on to
	 * @return its size
	 */
	static long write(Path file, ObjectHead head, List<Body> bodies) throws IOException {
		byte[] headOctets = HeadFormat.write(head);
		CRC32C checksum = new CRC32C();
		ByteBuffer beginning = ByteBuffer.allocate(PREFIX + headOctets.length)
			.putInt(MAGIC)
			.putInt(VERSION)
			.putInt(headOctets.length);
		beginning.position(PREFIX).put(headOctets).flip();
		beginning.putInt(PREFIX - Integer.BYTES, headChecksum(beginning, headOctets));
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			write(channel, beginning, checksum);
			for (Body body : bodies) {
				for (ByteBuffer octets : ((BufferInternal) body.whole()).getByteBuf().nioBuffers()) {
					write(channel, octets, checksum);
				}
			}
			write(channel, ByteBuffer.allocate(SUFFIX).putInt((int) checksum.getValue()).flip(), new CRC32C());
			return channel.position();
		}
	}

	private static void write(FileChannel channel, ByteBuffer octets, CRC32C checksum) throws IOException {
		checksum.update(octets.duplicate());
		while (octets.hasRemaining()) {
			channel.write(octets);
		}
	}

	/**
	 * Reads the head of a file and makes sure that the file is as long as it should be.
	 * @throws DamagedFileException when it is not what was written
	 */
	static ObjectHead readHead(Path file) throws IOException {
		try (FileChannel channel = open(file)) {
			return readHead(channel, new CRC32C());
		}
	}

	/**
	 * Reads all of a file.
	 * @param writers for bodies
	 * @throws DamagedFileException when it is not what was written
	 * @throws NoRoomException when there is no memory for it
	 */
	static Content read(Path file, Supplier<BodyWriter> writers) throws IOException {
		List<Body> bodies = new ArrayList<>();
		boolean sound = false;
		try (FileChannel channel = open(file)) {
			CRC32C checksum = new CRC32C();
			ObjectHead head = readHead(channel, checksum);
			for (ObjectHead.Part part : head.parts()) {
				if (!part.standsIn()) {
					bodies.add(readBody(channel, part.length(), writers.get(), checksum));
				}
			}
			if (read(channel, SUFFIX, new CRC32C()).getInt() != (int) checksum.getValue()) {
				throw new DamagedFileException("The checksum does not match");
			}
			sound = true;
			return new Content(head, bodies);
		}
		finally {
			if (!sound) {
				bodies.forEach(Body::release);
			}
		}
	}

	private static FileChannel open(Path file) throws IOException {
		return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
	}

	private static ObjectHead readHead(FileChannel channel, CRC32C checksum) throws IOException {
		ByteBuffer prefix = read(channel, PREFIX, checksum);
		if (prefix.getInt() != MAGIC || prefix.getInt() != VERSION) {
			throw new DamagedFileException("Not a file of this version");
		}
		int length = prefix.getInt();
		if (length <= 0 || length > HeadFormat.LARGEST) {
			throw new DamagedFileException("A head of " + length + " octets");
		}
		byte[] octets = new byte[length];
		fill(channel, ByteBuffer.wrap(octets), checksum);
		if (prefix.getInt() != headChecksum(prefix, octets)) {
			throw new DamagedFileException("The checksum of the head does not match");
		}
		ObjectHead head = HeadFormat.read(octets);
		if (channel.size() != size(length, head.bodyLength())) {
			throw new DamagedFileException("The file is not as long as it should be");
		}
		return head;
	}

	/** Over what stands before it, and the head. */
	private static int headChecksum(ByteBuffer prefix, byte[] head) {
		CRC32C checksum = new CRC32C();
		checksum.update(prefix.slice(0, PREFIX - Integer.BYTES));
		checksum.update(head);
		return (int) checksum.getValue();
	}

	private static Body readBody(FileChannel channel, int length, BodyWriter writer, CRC32C checksum)
			throws IOException {
		boolean whole = false;
		try {
			if (!writer.reserve(length)) {
				throw new NoRoomException();
			}
			ByteBuffer chunk = ByteBuffer.allocate(Math.min(length, CHUNK));
			for (int left = length; left > 0; left -= chunk.limit()) {
				fill(channel, chunk.clear().limit(Math.min(left, CHUNK)), checksum);
				if (!writer.append(BufferInternal.buffer(Unpooled.wrappedBuffer(chunk)))) {
					throw new NoRoomException();
				}
			}
			whole = true;
			return writer.finish();
		}
		finally {
			if (!whole) {
				writer.discard();
			}
		}
	}

	private static ByteBuffer read(FileChannel channel, int length, CRC32C checksum) throws IOException {
		ByteBuffer octets = ByteBuffer.allocate(length);
		fill(channel, octets, checksum);
		return octets;
	}

	private static void fill(FileChannel channel, ByteBuffer octets, CRC32C checksum) throws IOException {
		while (octets.hasRemaining()) {
			if (channel.read(octets) < 0) {
				throw new DamagedFileException("The file ends too early");
			}
		}
		checksum.update(octets.flip());
		octets.rewind();
	}

}
