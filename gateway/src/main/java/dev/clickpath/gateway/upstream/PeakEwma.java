package dev.clickpath.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A moving average of latencies that jumps up to each peak and comes down from it
 * exponentially, so that an instance which turns slow is noticed with its first slow
 * answer (after Finagle's peak EWMA). Unasked, it comes down as well: the slow instance
 * is asked again some time later.
 *
 * <p>
 * Average and time are kept in one word, which is replaced without a lock. Of answers
 * that come within a tick of each other only peaks count.
 */
final class PeakEwma {

	/** A tick is 2^17 nanoseconds, 0.13 ms. */
	private static final int TICK_BITS = 17;

	private static final float NOTHING = 0;

	private final float decayInTicks;

	private final AtomicLong state = new AtomicLong(pack(NOTHING, 0));

	/**
	 * @param decay after this time a peak has come down to 37 %
	 */
	PeakEwma(Duration decay) {
		this.decayInTicks = decay.toNanos() >> TICK_BITS;
	}

	void record(long latencyNanos, long now) {
		int tick = tickOf(now);
		while (true) {
			long before = this.state.get();
			float average = average(before);
			float after = (latencyNanos >= average) ? latencyNanos
					: latencyNanos + (average - latencyNanos) * remaining(before, tick);
			if ((after == average && tick == (int) before) || this.state.compareAndSet(before, pack(after, tick))) {
				return;
			}
		}
	}

	/** In nanoseconds; 0 when nothing is known. */
	double at(long now) {
		long current = this.state.get();
		float average = average(current);
		return (average == NOTHING) ? NOTHING : average * remaining(current, tickOf(now));
	}

	/** The part of a value of then that is still there. */
	private float remaining(long state, int tick) {
		int elapsed = tick - (int) state;
		return (elapsed <= 0) ? 1 : (float) Math.exp(-elapsed / this.decayInTicks);
	}

	private static float average(long state) {
		return Float.intBitsToFloat((int) (state >>> 32));
	}

	private static long pack(float average, int tick) {
		return ((long) Float.floatToRawIntBits(average) << 32) | (tick & 0xffff_ffffL);
	}

	private static int tickOf(long nanos) {
		return (int) (nanos >> TICK_BITS);
	}

}
