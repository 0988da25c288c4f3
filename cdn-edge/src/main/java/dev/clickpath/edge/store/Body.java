package dev.clickpath.edge.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * The octets of a stored body, in memory outside the heap, from where they go to any
 * number of sockets without being copied.
 * <p>
 * It is counted who holds on to it: with the last one it is gone, and its memory another
 * body's. Whoever is about to use it has to {@link #retain()} it, and to
 * {@link #release()} it afterwards; whoever comes too late is told so.
 */
public final class Body {

	private final BodyMemory memory;

	private final List<BodyMemory.Extent> extents;

	private final int length;

	private final AtomicInteger holders = new AtomicInteger(1);

	Body(BodyMemory memory, List<BodyMemory.Extent> extents, int length) {
		this.memory = memory;
		this.extents = extents;
		this.length = length;
	}

	/**
	 * The octets of these extents as one; nobody's sending frees them.
	 */
	static ByteBuf octets(List<BodyMemory.Extent> extents, int length) {
		ByteBuffer[] pieces = new ByteBuffer[extents.size()];
		int left = length;
		for (int i = 0; i < pieces.length; i++) {
			BodyMemory.Extent extent = extents.get(i);
			pieces[i] = extent.memory().slice(0, Math.min(left, extent.length()));
			left -= pieces[i].remaining();
		}
		ByteBuf whole = (pieces.length == 1) ? Unpooled.wrappedBuffer(pieces[0]) : Unpooled.wrappedBuffer(pieces);
		return Unpooled.unreleasableBuffer(whole);
	}

	/**
	 * Holds on to the octets.
	 * @return whether they still were there
	 */
	public boolean retain() {
		int present = this.holders.get();
		while (present > 0) {
			if (this.holders.compareAndSet(present, present + 1)) {
				return true;
			}
			present = this.holders.get();
		}
		return false;
	}

	/**
	 * Lets go of the octets.
	 */
	public void release() {
		int left = this.holders.decrementAndGet();
		if (left == 0) {
			this.memory.free(this.extents);
		}
		else if (left < 0) {
			throw new IllegalStateException("A body was let go of more often than held on to");
		}
	}

	public int length() {
		return this.length;
	}

	/**
	 * The memory it takes.
	 */
	int footprint() {
		return this.extents.size() * 64 + this.extents.stream().mapToInt(BodyMemory.Extent::length).sum();
	}

	/**
	 * A view of all of it.
	 */
	public Buffer whole() {
		return BufferInternal.buffer(octets());
	}

	/**
	 * A view of a part.
	 */
	public Buffer part(int first, int length) {
		return BufferInternal.buffer(octets().slice(first, length));
	}

	/**
	 * A copy, for those who need an array.
	 */
	public byte[] copy() {
		byte[] copy = new byte[length()];
		octets().getBytes(0, copy);
		return copy;
	}

	/** Made for each use: kept, it would be the largest part of a small object. */
	private ByteBuf octets() {
		return octets(this.extents, this.length);
	}

}
