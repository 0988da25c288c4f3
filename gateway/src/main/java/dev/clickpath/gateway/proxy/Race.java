package dev.clickpath.gateway.proxy;

import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.gateway.upstream.Upstream;
import org.jspecify.annotations.Nullable;

/**
 * Which of the instances that were asked for the same thing has begun to answer first.
 */
final class Race {

	private final AtomicReference<@Nullable Upstream> winner = new AtomicReference<>();

	private int running;

	/** One more is asked. */
	void joins() {
		this.running++;
	}

	/** One is done with. */
	void leaves() {
		this.running--;
	}

	/** Whether another one may still answer better than one that says it cannot. */
	boolean isOpen() {
		return !isDecided() && this.running > 1;
	}

	/** Whether this one is the first, and stays so. */
	boolean isWonBy(Upstream upstream) {
		return this.winner.compareAndSet(null, upstream) || upstream.equals(this.winner.get());
	}

	boolean isDecided() {
		return this.winner.get() != null;
	}

	/** Another instance was faster, may do better, or need not be asked. */
	static final class LostException extends RuntimeException {

		LostException() {
			super(null, null, false, false);
		}

	}

}
