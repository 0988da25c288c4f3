package dev.clickpath.gateway.connections;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.MonoSink;

/**
 * The body of an answer on its way from the connection to whoever takes it. All but
 * {@code take…}, {@code letItBeSilent} and {@code discard} happens on the connection's
 * event loop, and those go there.
 */
final class Incoming {

	/** So much may lie here before somebody takes it, or while nobody wants more. */
	private static final int ENOUGH = 64 * 1024;

	private final Connection connection;

	private final Deque<ByteBuf> pieces = new ArrayDeque<>(2);

	private int length;

	private boolean ended;

	private @Nullable Throwable failure;

	private @Nullable MonoSink<ByteBuf> whole;

	private @Nullable FluxSink<ByteBuf> stream;

	Incoming(Connection connection) {
		this.connection = connection;
	}

	void takeWhole(MonoSink<ByteBuf> sink) {
		sink.onCancel(this::discard);
		this.connection.run(() -> {
			this.whole = sink;
			this.connection.readOn();
			handOver();
		});
	}

	void takePieces(FluxSink<ByteBuf> sink) {
		sink.onCancel(this::discard);
		sink.onRequest((count) -> this.connection.run(this.connection::readOn));
		this.connection.run(() -> {
			this.stream = sink;
			handOver();
		});
	}

	void letItBeSilent() {
		this.connection.run(() -> this.connection.mayBeSilent(this));
	}

	void discard() {
		this.connection.run(() -> {
			this.whole = null;
			this.stream = null;
			release();
			this.connection.leave(this, new IOException("Nobody wants the answer"));
		});
	}

	/** A piece has come. */
	void add(ByteBuf piece) {
		if (!piece.isReadable()) {
			piece.release();
		}
		else if (this.stream != null) {
			this.stream.next(piece);
		}
		else {
			this.pieces.add(piece);
			this.length += piece.readableBytes();
		}
	}

	/** That was the last piece. */
	void end() {
		this.ended = true;
		handOver();
	}

	/** No more will come, though there should. */
	void fail(Throwable failure) {
		if (this.ended || this.failure != null) {
			return;
		}
		this.failure = failure;
		handOver();
	}

	/** Whether reading on would only fill the memory. */
	boolean isFull() {
		return (this.stream != null) ? this.stream.requestedFromDownstream() == 0
				: this.whole == null && this.length > ENOUGH;
	}

	private void handOver() {
		if (this.whole != null) {
			if (this.failure != null) {
				release();
				this.whole.error(this.failure);
			}
			else if (this.ended) {
				this.whole.success(join());
			}
		}
		else if (this.stream != null) {
			for (ByteBuf piece = this.pieces.poll(); piece != null; piece = this.pieces.poll()) {
				this.stream.next(piece);
			}
			if (this.failure != null) {
				this.stream.error(this.failure);
			}
			else if (this.ended) {
				this.stream.complete();
			}
		}
		else if (this.failure != null) {
			release();
		}
	}

	private ByteBuf join() {
		if (this.pieces.size() <= 1) {
			ByteBuf piece = this.pieces.poll();
			return (piece != null) ? piece : Unpooled.EMPTY_BUFFER;
		}
		CompositeByteBuf joined = Unpooled.compositeBuffer(this.pieces.size());
		for (ByteBuf piece = this.pieces.poll(); piece != null; piece = this.pieces.poll()) {
			joined.addComponent(true, piece);
		}
		return joined;
	}

	private void release() {
		for (ByteBuf piece = this.pieces.poll(); piece != null; piece = this.pieces.poll()) {
			piece.release();
		}
	}

}
