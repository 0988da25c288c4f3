package dev.clickpath.edge.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was removed until its files are gone. Deleting files takes time that an
 * event loop does not have; writing forty octets into the system's cache does not, and
 * they outlive the process however it ends.
 * <p>
 * Whoever has the log open has the folder for himself.
 */
final class TombstoneLog implements Closeable {

	private static final int MAGIC = 0x636c6b74;

	private static final int VERSION = 1;

	private static final int HEADER = 2 * Integer.BYTES + Long.BYTES + Integer.BYTES;

	/** The log is emptied as soon as it is longer and nothing waits to be deleted. */
	private static final int WORTH_EMPTYING = 64 * 1024;

	/** More is not the log of an edge that could write it. */
	private static final long LARGEST = 1L << 30;

	private final RandomAccessFile file;

	private final long life;

	private final List<Tombstone> earlier;

	private long length;

	private int undone;

	private TombstoneLog(RandomAccessFile file, long life, List<Tombstone> earlier) {
		this.file = file;
		this.life = life;
		this.earlier = List.copyOf(earlier);
	}

	/**
	 * Opens the log, for another life. Without it, or if it is damaged, nobody knows what
	 * was removed: then everything from before has been.
	 * @param present a number that has grown since any earlier life began
	 * @throws IOException when it cannot be written, or another edge has it open
	 */
	static TombstoneLog open(Path path, long present) throws IOException {
		RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
		try {
			lock(file, path);
			ByteBuffer octets = read(file);
			long before = readHeader(octets);
			long life = Math.max(present, before + 1);
			List<Tombstone> earlier = (before > 0) ? tombstones(octets) : null;
			if (earlier != null) {
				file.seek(0);
				file.write(header(life));
				file.seek(file.length());
				return new TombstoneLog(file, life, earlier);
			}
			Tombstone everything = Tombstone.ofEverything(new Mark(life, 0));
			file.setLength(0);
			file.write(ByteBuffer.allocate(HEADER + Tombstone.SIZE).put(header(life)).put(everything.octets()).array());
			return new TombstoneLog(file, life, List.of(everything));
		}
		catch (IOException ex) {
			file.close();
			throw ex;
		}
	}

	private static void lock(RandomAccessFile file, Path path) throws IOException {
		try {
			if (file.getChannel().tryLock() != null) {
				return;
			}
		}
		catch (OverlappingFileLockException ex) {
			// This very process has it.
		}
		throw new FileSystemException(path.toString(), null, "another edge uses it");
	}

	private static ByteBuffer read(RandomAccessFile file) throws IOException {
		byte[] octets = new byte[(int) Math.min(file.length(), LARGEST)];
		file.readFully(octets);
		return ByteBuffer.wrap(octets);
	}

	/** The last life, or 0 when it cannot be told. */
	private static long readHeader(ByteBuffer octets) {
		if (octets.remaining() < HEADER || octets.remaining() >= LARGEST) {
			return 0;
		}
		byte[] header = new byte[HEADER];
		octets.get(header);
		long life = ByteBuffer.wrap(header).getLong(2 * Integer.BYTES);
		return (life > 0 && Arrays.equals(header, header(life))) ? life : 0;
	}

	private static byte[] header(long life) {
		ByteBuffer header = ByteBuffer.allocate(HEADER).putInt(MAGIC).putInt(VERSION).putLong(life);
		CRC32C checksum = new CRC32C();
		checksum.update(header.array(), 0, header.position());
		return header.putInt((int) checksum.getValue()).array();
	}

	/** Null where one of them is damaged: nobody knows what came after it. */
	private static @Nullable List<Tombstone> tombstones(ByteBuffer octets) {
		List<Tombstone> tombstones = new ArrayList<>();
		while (octets.hasRemaining()) {
			Tombstone tombstone = Tombstone.read(octets);
			if (tombstone == null) {
				return null;
			}
			tombstones.add(tombstone);
		}
		return tombstones;
	}

	long life() {
		return this.life;
	}

	/**
	 * What was removed in earlier lives.
	 */
	List<Tombstone> earlier() {
		return this.earlier;
	}

	/**
	 * Notes a removal, before it counts as done: it does when this returns.
	 */
	synchronized void add(List<Tombstone> tombstones) throws IOException {
		this.undone++;
		this.length += (long) tombstones.size() * Tombstone.SIZE;
		for (Tombstone tombstone : tombstones) {
			this.file.write(tombstone.octets());
		}
	}

	/**
	 * The files of one removal have been deleted.
	 */
	synchronized void done() {
		this.undone--;
	}

	/**
	 * Whether it is worth emptying.
	 */
	synchronized boolean isLong() {
		return this.length > WORTH_EMPTYING;
	}

	/**
	 * Forgets it all, unless something is waiting to be deleted.
	 */
	synchronized void empty() throws IOException {
		if (this.undone == 0) {
			this.file.setLength(HEADER);
			this.file.seek(HEADER);
			this.length = 0;
		}
	}

	/**
	 * Sees to it that what was noted outlives the machine as well.
	 */
	synchronized void force() throws IOException {
		this.file.getFD().sync();
	}

	@Override
	public synchronized void close() throws IOException {
		this.file.close();
	}

}
