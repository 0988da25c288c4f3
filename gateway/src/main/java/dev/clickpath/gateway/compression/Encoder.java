package dev.clickpath.gateway.compression;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder.Parameters;
import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Encodes one body piece by piece. Whoever made it closes it, since it holds memory
 * outside the heap.
 */
final class Encoder implements AutoCloseable {

	/** Pages are smaller; a larger window would have to be filled with zeros. */
	private static final int BROTLI_WINDOW = 16;

	private static final int BUFFER = 4096;

	private final Sink sink;

	private final OutputStream encoder;

	private boolean finished;

	private boolean closed;

	Encoder(Coding coding, DataBufferFactory buffers) {
		this.sink = new Sink(buffers);
		try {
			this.encoder = switch (coding) {
				case ZSTANDARD ->
					new ZstdOutputStreamNoFinalizer(this.sink, RecyclingBufferPool.INSTANCE, coding.level());
				case BROTLI -> new BrotliOutputStream(this.sink,
						new Parameters().setQuality(coding.level()).setWindow(BROTLI_WINDOW));
				case GZIP -> new Gzip(this.sink, coding.level());
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Encodes and releases a body that is one piece.
	 */
	DataBuffer encode(DataBuffer body) {
		write(body);
		return end();
	}

	/**
	 * Encodes and releases a piece.
	 * @param flush whether all of it is to come out, so that the client can read on
	 * @return what has come out, which may be nothing
	 */
	DataBuffer encode(DataBuffer piece, boolean flush) {
		write(piece);
		if (flush) {
			try {
				this.encoder.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return this.sink.take();
	}

	private void write(DataBuffer piece) {
		try {
			byte[] octets = new byte[piece.readableByteCount()];
			piece.read(octets);
			this.encoder.write(octets);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			DataBufferUtils.release(piece);
		}
	}

	/**
	 * Ends the body.
	 * @return the last of it
	 */
	DataBuffer end() {
		finish();
		return this.sink.take();
	}

	private void finish() {
		if (!this.finished) {
			this.finished = true;
			try {
				this.encoder.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** Whether nothing can be encoded any more. */
	boolean isClosed() {
		return this.closed;
	}

	@Override
	public void close() {
		this.closed = true;
		finish();
		this.sink.drop();
	}

	/** With a level, and with flushes that mean it. */
	private static final class Gzip extends GZIPOutputStream {

		Gzip(OutputStream out, int level) throws IOException {
			super(out, BUFFER, true);
			this.def.setLevel(level);
		}

	}

	/** Collects what comes out of the encoder. */
	private static final class Sink extends OutputStream {

		private final DataBufferFactory buffers;

		private DataBuffer out;

		Sink(DataBufferFactory buffers) {
			this.buffers = buffers;
			this.out = buffers.allocateBuffer(BUFFER);
		}

		@Override
		public void write(int octet) {
			this.out.write((byte) octet);
		}

		@Override
		public void write(byte[] octets, int offset, int length) {
			this.out.write(octets, offset, length);
		}

		DataBuffer take() {
			DataBuffer taken = this.out;
			this.out = this.buffers.allocateBuffer(BUFFER);
			return taken;
		}

		void drop() {
			DataBufferUtils.release(this.out);
		}

	}

}
