package dev.clickpath.gateway.upstream;

import java.util.random.RandomGenerator;

/**
 * How one of several upstreams that could all take a request is chosen.
 */
sealed interface SelectionPolicy permits LeastLoaded, LeastRequests, RoundRobin, ConsistentHash {

	/**
	 * Chooses one.
	 * @param candidates at least one
	 * @param now in nanoseconds, like every {@code now} of this package
	 */
	Choice choose(Candidates candidates, Shopper shopper, RandomGenerator random, long now);

}
