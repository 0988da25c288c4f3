package dev.clickpath.gateway.proxy;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import io.netty.buffer.ByteBuf;
import reactor.core.publisher.Flux;

/**
 * What has been passed on of a body, known by its length and checksum, so that a second
 * body can go on where the first one broke off.
 */
final class SentBody {

	private final CRC32C checksum = new CRC32C();

	private long length;

	/** In bytes. */
	long length() {
		return this.length;
	}

	/**
	 * Takes notice of a body's pieces as they pass.
	 */
	Flux<ByteBuf> noting(Flux<ByteBuf> body) {
		return body.doOnNext((piece) -> {
			update(this.checksum, piece, piece.readableBytes());
			this.length += piece.readableBytes();
		});
	}

	/**
	 * What of this body has not been passed on yet.
	 * @return fails with a {@link DifferentPageException} when the body begins otherwise
	 * than what was passed on, or is shorter
	 */
	Flux<ByteBuf> restOf(Flux<ByteBuf> body) {
		return Flux.defer(() -> {
			Beginning beginning = new Beginning(this.length, this.checksum.getValue());
			return body.<ByteBuf>handle((piece, sink) -> {
				if (!beginning.isPassed() && !beginning.pass(piece)) {
					piece.release();
					sink.error(new DifferentPageException("makes another page of it"));
				}
				else if (piece.isReadable()) {
					sink.next(piece);
				}
				else {
					piece.release();
				}
			})
				.concatWith(Flux.defer(() -> beginning.isPassed() ? Flux.empty()
						: Flux.error(new DifferentPageException("makes a shorter page of it"))));
		});
	}

	private static void update(CRC32C checksum, ByteBuf piece, int length) {
		for (ByteBuffer bytes : piece.nioBuffers(piece.readerIndex(), length)) {
			checksum.update(bytes);
		}
	}

	/** The part of the second body that must equal what was passed on of the first. */
	private static final class Beginning {

		private final CRC32C checksum = new CRC32C();

		private final long expected;

		private long left;

		Beginning(long length, long checksum) {
			this.left = length;
			this.expected = checksum;
		}

		boolean isPassed() {
			return this.left == 0;
		}

		/**
		 * Skips what belongs to the beginning.
		 * @return whether nothing differs so far
		 */
		boolean pass(ByteBuf piece) {
			int length = (int) Math.min(this.left, piece.readableBytes());
			update(this.checksum, piece, length);
			piece.skipBytes(length);
			this.left -= length;
			return this.left > 0 || this.checksum.getValue() == this.expected;
		}

	}

}
