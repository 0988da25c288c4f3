package dev.clickpath.edge.store;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * Takes a body in as it comes, straight into the memory where it will stay. Used by one
 * thread at a time.
 */
public final class BodyWriter {

	/** Where the length is not known, so much is asked for at a time. */
	private static final int SMALLEST_STEP = 4 * BodyMemory.BLOCK;

	private static final int LARGEST_STEP = 256 * BodyMemory.BLOCK;

	private final BodyMemory memory;

	private final List<BodyMemory.Extent> extents = new ArrayList<>(1);

	private int capacity;

	private int length;

	BodyWriter(BodyMemory memory) {
		this.memory = memory;
	}

	/**
	 * Makes room for so many bytes more.
	 * @return whether there is room
	 */
	public boolean reserve(long bytes) {
		if (this.length + bytes <= this.capacity) {
			return true;
		}
		if (this.length + bytes > Integer.MAX_VALUE) {
			return false;
		}
		List<BodyMemory.Extent> more = this.memory.allocate(this.length + bytes - this.capacity);
		for (BodyMemory.Extent extent : more) {
			this.extents.add(extent);
			this.capacity += extent.length();
		}
		return !more.isEmpty();
	}

	/**
	 * Takes in a chunk.
	 * @return whether there was room; if not, nothing of it was taken
	 */
	public boolean append(Buffer chunk) {
		if (this.length + chunk.length() > this.capacity) {
			int step = Math.clamp(this.length, SMALLEST_STEP, LARGEST_STEP);
			if (!reserve(Math.max(step, chunk.length())) && !reserve(chunk.length())) {
				return false;
			}
		}
		ByteBuf target = Body.octets(this.extents, this.capacity);
		target.setBytes(this.length, ((BufferInternal) chunk).getByteBuf(), 0, chunk.length());
		this.length += chunk.length();
		return true;
	}

	public int length() {
		return this.length;
	}

	/**
	 * A view of what has been taken in, from a position on.
	 */
	public Buffer from(int position) {
		return BufferInternal.buffer(Body.octets(this.extents, this.capacity).slice(position, this.length - position));
	}

	/**
	 * The body, when all of it is in. The writer is done.
	 */
	public Body finish() {
		trim();
		return new Body(this.memory, List.copyOf(this.extents), this.length);
	}

	/**
	 * Gives back what it took.
	 */
	public void discard() {
		this.memory.free(this.extents);
		this.extents.clear();
		this.capacity = 0;
		this.length = 0;
	}

	private void trim() {
		int surplus = this.capacity - this.length;
		while (!this.extents.isEmpty() && surplus >= BodyMemory.BLOCK) {
			BodyMemory.Extent last = this.extents.removeLast();
			int keep = Math.max(0, last.length() - surplus);
			surplus -= last.length() - keep;
			if (keep > 0) {
				this.extents.add(this.memory.trim(last, keep));
				surplus = 0;
			}
			else {
				this.memory.free(List.of(last));
			}
		}
		this.capacity = this.extents.stream().mapToInt(BodyMemory.Extent::length).sum();
	}

}
