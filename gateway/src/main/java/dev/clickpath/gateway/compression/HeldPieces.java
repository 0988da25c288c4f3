package dev.clickpath.gateway.compression;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The pieces of a body that are flushed one by one. For that, each has to be a publisher
 * of its own, and Reactor Netty keeps some of these in a queue, which it forgets when the
 * client goes: it knows nothing of the memory behind a publisher. So that stays here
 * until it is taken, and what is not taken is given back.
 */
final class HeldPieces {

	private final Queue<DataBuffer> held = new ConcurrentLinkedQueue<>();

	private volatile boolean over;

	/**
	 * Pieces to be flushed, taken in the order in which they come.
	 */
	Flux<Mono<DataBuffer>> of(Flux<DataBuffer> pieces) {
		return pieces.map((piece) -> {
			hold(piece);
			return Mono.fromSupplier(this.held::poll);
		});
	}

	private void hold(DataBuffer piece) {
		this.held.add(piece);
		if (this.over) {
			giveBack();
		}
	}

	/**
	 * Nobody will take any more.
	 */
	void giveBack() {
		this.over = true;
		for (DataBuffer piece = this.held.poll(); piece != null; piece = this.held.poll()) {
			DataBufferUtils.release(piece);
		}
	}

}
