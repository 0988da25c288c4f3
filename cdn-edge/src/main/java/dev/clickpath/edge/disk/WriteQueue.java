package dev.clickpath.edge.disk;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What waits to be written, bounded in bytes; of two objects for the same file the later
 * one. It lets go of what it gives up. Used by one thread at a time.
 */
final class WriteQueue {

	private final long capacity;

	private final NavigableMap<FileName, PendingWrite> waiting = new TreeMap<>();

	private @Nullable PendingWrite current;

	private long bytes;

	WriteQueue(long capacity) {
		this.capacity = capacity;
	}

	/**
	 * Lets an object wait, in place of any other for the same file.
	 * @return whether there was room
	 */
	boolean offer(PendingWrite write) {
		cancel(List.of(write.name()), (other) -> other.name().equals(write.name()));
		if (this.bytes + write.bytes() > this.capacity || !write.object().retain()) {
			return false;
		}
		this.waiting.put(write.name(), write);
		this.bytes += write.bytes();
		return true;
	}

	/**
	 * What waits for a file is now being written; the caller has to let go of it.
	 */
	@Nullable PendingWrite begin(FileName name) {
		this.current = take(name);
		return this.current;
	}

	/**
	 * Ends what was begun.
	 * @return whether it was not cancelled
	 */
	boolean end(PendingWrite write) {
		boolean wanted = this.current != null && this.current.announced().equals(write.announced());
		this.current = null;
		return wanted;
	}

	void cancel(Digest key) {
		cancel(this.waiting.subMap(new FileName(key, Long.MIN_VALUE), true, new FileName(key, Long.MAX_VALUE), true)
			.keySet(), (write) -> write.isFor(key));
	}

	void cancel(Predicate<PendingWrite> unwanted) {
		cancel(this.waiting.keySet(), unwanted);
	}

	private void cancel(Collection<FileName> names, Predicate<PendingWrite> unwanted) {
		for (FileName name : List.copyOf(names)) {
			PendingWrite write = this.waiting.get(name);
			if (write != null && unwanted.test(write)) {
				take(name);
				write.object().release();
			}
		}
		if (this.current != null && unwanted.test(this.current)) {
			this.current = null;
		}
	}

	private @Nullable PendingWrite take(FileName name) {
		PendingWrite write = this.waiting.remove(name);
		if (write != null) {
			this.bytes -= write.bytes();
		}
		return write;
	}

}
