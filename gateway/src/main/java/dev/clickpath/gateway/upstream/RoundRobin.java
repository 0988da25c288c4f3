package dev.clickpath.gateway.upstream;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * In turn, an upstream of weight 2 twice as often, and smoothly: never many times in a
 * row. This is stride scheduling (Waldspurger and Weihl, 1995): each upstream has a time
 * at which its turn is; whose time is the earliest is next, and its time moves on by a
 * stride that is the shorter the greater its weight.
 */
final class RoundRobin implements SelectionPolicy {

	private static final double STRIDE = 1 << 20;

	/**
	 * The latest turn taken. Who has been away does not make up for the turns that it
	 * missed.
	 */
	private final AtomicLong present = new AtomicLong();

	@Override
	public Choice choose(Candidates candidates, Shopper shopper, RandomGenerator random, long now) {
		while (true) {
			int next = 0;
			long earliest = Long.MAX_VALUE;
			long present = this.present.get();
			for (int i = 0; i < candidates.size(); i++) {
				long turn = Math.max(candidates.get(i).turn().get(), present);
				if (turn < earliest) {
					earliest = turn;
					next = i;
				}
			}
			Upstream chosen = candidates.get(next);
			long before = chosen.turn().get();
			long after = earliest + (long) (STRIDE / candidates.weight(next));
			if (before <= earliest && chosen.turn().compareAndSet(before, after)) {
				this.present.accumulateAndGet(earliest, Math::max);
				return new Choice(chosen, "its turn among " + candidates.size());
			}
		}
	}

}
