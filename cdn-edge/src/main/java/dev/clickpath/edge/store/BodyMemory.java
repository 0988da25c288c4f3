package dev.clickpath.edge.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory for bodies, outside the heap: in slabs that are taken when they are first needed
 * and kept, cut into blocks that are handed out and taken back at once. Neither a garbage
 * collection nor a cleaner has a part in it, so that a store that turns over quickly
 * neither pauses nor grows.
 */
final class BodyMemory {

	private static final Logger logger = LoggerFactory.getLogger(BodyMemory.class);

	static final int BLOCK = 1024;

	private static final int BLOCKS_A_SLAB = 4096;

	private final List<Slab> slabs = new ArrayList<>();

	private final int mostSlabs;

	private boolean exhausted;

	private int current;

	/**
	 * Memory of a size.
	 * @param capacity how many bytes at most; at least one slab
	 */
	BodyMemory(long capacity) {
		this.mostSlabs = (int) Math.min(Integer.MAX_VALUE,
				Math.max(1, Math.ceilDiv(capacity, (long) BLOCK * BLOCKS_A_SLAB)));
	}

	/**
	 * Some blocks in a row.
	 */
	record Extent(Slab slab, int firstBlock, int blocks) {

		ByteBuffer memory() {
			return this.slab.memory.slice(this.firstBlock * BLOCK, this.blocks * BLOCK);
		}

		int length() {
			return this.blocks * BLOCK;
		}

	}

	/**
	 * Memory for so many bytes, in as few pieces as there are; empty when there is not
	 * enough.
	 */
	synchronized List<Extent> allocate(long bytes) {
		int wanted = (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(bytes, BLOCK));
		List<Extent> extents = new ArrayList<>(1);
		int missing = wanted;
		int start = this.current;
		for (int tried = 0; missing > 0 && tried < this.slabs.size(); tried++) {
			missing -= take(missing, (start + tried) % this.slabs.size(), extents);
		}
		while (missing > 0 && grow()) {
			missing -= take(missing, this.slabs.size() - 1, extents);
		}
		if (missing > 0) {
			free(extents);
			return List.of();
		}
		return extents;
	}

	synchronized void free(List<Extent> extents) {
		extents.forEach((extent) -> extent.slab().give(extent));
	}

	/**
	 * Gives back what of an extent is not needed.
	 * @return what is left of it
	 */
	synchronized Extent trim(Extent extent, int bytes) {
		int needed = Math.ceilDiv(bytes, BLOCK);
		if (needed == extent.blocks()) {
			return extent;
		}
		extent.slab().give(new Extent(extent.slab(), extent.firstBlock() + needed, extent.blocks() - needed));
		return new Extent(extent.slab(), extent.firstBlock(), needed);
	}

	/**
	 * The bytes that are handed out.
	 */
	synchronized long used() {
		return this.slabs.stream().mapToLong((slab) -> BLOCKS_A_SLAB - slab.free).sum() * BLOCK;
	}

	/** The next search begins where something was found. */
	private int take(int wanted, int slab, List<Extent> extents) {
		int taken = this.slabs.get(slab).take(wanted, extents);
		this.current = (taken > 0) ? slab : this.current;
		return taken;
	}

	private boolean grow() {
		if (this.exhausted || this.slabs.size() >= this.mostSlabs) {
			return false;
		}
		try {
			this.slabs.add(new Slab(ByteBuffer.allocateDirect(BLOCK * BLOCKS_A_SLAB)));
			return true;
		}
		catch (OutOfMemoryError ex) {
			this.exhausted = true;
			logger.warn(
					"The store stays at {} MB: the JVM allows no more memory outside the heap; to let it grow, "
							+ "raise -XX:MaxDirectMemorySize",
					((long) this.slabs.size() * BLOCK * BLOCKS_A_SLAB) >> 20);
			return false;
		}
	}

	private static final class Slab {

		private final ByteBuffer memory;

		private final BitSet taken = new BitSet(BLOCKS_A_SLAB);

		private int free = BLOCKS_A_SLAB;

		private int next;

		Slab(ByteBuffer memory) {
			this.memory = memory;
		}

		/**
		 * Takes up to so many blocks, in one piece if there is one.
		 * @return how many were taken
		 */
		int take(int wanted, List<Extent> extents) {
			int taking = Math.min(wanted, this.free);
			int run = (taking > 0) ? findRun(taking) : -1;
			if (run >= 0) {
				extents.add(mark(run, taking));
				return taking;
			}
			int left = taking;
			int start = this.taken.nextClearBit(0);
			while (left > 0) {
				int end = endOfRun(start);
				Extent extent = mark(start, Math.min(left, end - start));
				extents.add(extent);
				left -= extent.blocks();
				start = this.taken.nextClearBit(end);
			}
			return taking;
		}

		/** Where so many free blocks are in a row, beginning after the last find. */
		private int findRun(int wanted) {
			int found = findRun(wanted, this.next, BLOCKS_A_SLAB);
			return (found >= 0) ? found : findRun(wanted, 0, Math.min(BLOCKS_A_SLAB, this.next + wanted));
		}

		private int findRun(int wanted, int from, int to) {
			int start = this.taken.nextClearBit(from);
			while (start + wanted <= to) {
				int end = endOfRun(start);
				if (end - start >= wanted) {
					return start;
				}
				start = this.taken.nextClearBit(end);
			}
			return -1;
		}

		private int endOfRun(int start) {
			int end = this.taken.nextSetBit(start);
			return (end < 0) ? BLOCKS_A_SLAB : end;
		}

		private Extent mark(int start, int blocks) {
			this.taken.set(start, start + blocks);
			this.free -= blocks;
			this.next = start + blocks;
			return new Extent(this, start, blocks);
		}

		void give(Extent extent) {
			this.taken.clear(extent.firstBlock(), extent.firstBlock() + extent.blocks());
			this.free += extent.blocks();
		}

	}

}
