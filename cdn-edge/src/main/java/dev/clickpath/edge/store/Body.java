package dev.clickpath.edge.store;

import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * The octets of a stored body, in memory outside the heap, from where they go to any
 * number of sockets without being copied. The memory is the garbage collector's: it goes
 * when the last answer that is still being sent has let go of it, so that no eviction can
 * pull it away under a reader and nothing can leak.
 */
public final class Body {

	private final ByteBuf octets;

	private Body(ByteBuf octets) {
		this.octets = octets;
	}

	public static Body of(byte[] octets) {
		ByteBuffer memory = ByteBuffer.allocateDirect(octets.length).put(octets).flip();
		return new Body(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory)));
	}

	public int length() {
		return this.octets.capacity();
	}

	/**
	 * A view of all of it.
	 */
	public Buffer whole() {
		return BufferInternal.buffer(this.octets.duplicate());
	}

	/**
	 * A view of a part.
	 */
	public Buffer part(int first, int length) {
		return BufferInternal.buffer(this.octets.slice(first, length));
	}

	/**
	 * A copy, for those who need an array.
	 */
	public byte[] copy() {
		byte[] copy = new byte[length()];
		this.octets.getBytes(0, copy);
		return copy;
	}

}
