package dev.clickpath.recommendation.learning;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.function.LongSupplier;

/**
 * What the heap has room for. To ask first costs nothing; to find out by running out of
 * memory may cost any thread of the service, which then answers nobody any more.
 */
final class Room {

	private final LongSupplier free;

	/**
	 * @param free how many bytes more the heap can hold, if nothing is collected
	 */
	Room(LongSupplier free) {
		this.free = free;
	}

	/**
	 * That of this JVM: where its heap is divided, what lives long has the largest part.
	 */
	static Room ofHeap() {
		MemoryPoolMXBean largest = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.max(Comparator.comparingLong((pool) -> pool.getUsage().getMax()))
			.orElseThrow();
		return new Room(() -> {
			MemoryUsage usage = largest.getUsage();
			return usage.getMax() - usage.getUsed();
		});
	}

	/**
	 * Whether there is room for so many bytes, if need be once the garbage is gone.
	 */
	boolean isFor(long bytes) {
		return upTo(bytes) >= bytes;
	}

	/**
	 * For how many of so many bytes there is room, if need be once the garbage is gone.
	 */
	long upTo(long bytes) {
		if (this.free.getAsLong() >= bytes) {
			return bytes;
		}
		System.gc();
		return Math.min(bytes, this.free.getAsLong());
	}

}
