package dev.clickpath.gateway.upstream;

import java.util.random.RandomGenerator;

/**
 * For one visitor the same upstream again and again, so that what it keeps of the visitor
 * is of use. By rendezvous hashing (Thaler and Ravishankar, 1998; weighted after
 * Schindelhauer and Schomaker, 2005) the visitors of an upstream that goes are spread
 * over the others, and nobody else is moved. Nobody gets more than a quarter above the
 * mean of the requests in flight (Mirrokni, Thorup and Zadimoghaddam, "Consistent Hashing
 * with Bounded Loads", 2016): who finds the favourite full goes to the next favourite.
 */
final class ConsistentHash implements SelectionPolicy {

	private static final double BOUND = 1.25;

	private static final long FNV_OFFSET = 0xcbf29ce484222325L;

	private static final long FNV_PRIME = 0x100000001b3L;

	private final LeastLoaded forStrangers = new LeastLoaded();

	@Override
	public Choice choose(Candidates candidates, Shopper shopper, RandomGenerator random, long now) {
		String visitor = shopper.visitor();
		if (visitor == null) {
			return this.forStrangers.choose(candidates, shopper, random, now);
		}
		double bound = bound(candidates);
		Upstream favourite = candidates.get(0);
		Upstream chosen = favourite;
		double highest = Double.NEGATIVE_INFINITY;
		double highestWithRoom = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < candidates.size(); i++) {
			Upstream upstream = candidates.get(i);
			double score = score(visitor, upstream);
			if (score > highest) {
				highest = score;
				favourite = upstream;
			}
			if (score > highestWithRoom && upstream.inFlight() < bound * upstream.weight()) {
				highestWithRoom = score;
				chosen = upstream;
			}
		}
		return new Choice(chosen, (chosen == favourite) ? "this visitor's own"
				: "this visitor's own, " + favourite + ", has " + favourite.inFlight() + " in flight");
	}

	/** How many requests in flight are too many for an upstream of weight 1. */
	private static double bound(Candidates candidates) {
		int inFlight = 1;
		double weight = 0;
		for (int i = 0; i < candidates.size(); i++) {
			inFlight += candidates.get(i).inFlight();
			weight += candidates.get(i).weight();
		}
		return Math.ceil(BOUND * inFlight / weight);
	}

	/** The greater the weight, the more visitors score highest here. */
	private static double score(String visitor, Upstream upstream) {
		long hash = mix(fnv(fnv(FNV_OFFSET, visitor), upstream.address().getRawAuthority()));
		double uniform = ((hash >>> 11) + 0.5) * 0x1.0p-53;
		return -upstream.weight() / Math.log(uniform);
	}

	private static long fnv(long hash, String text) {
		long result = hash;
		for (int i = 0; i < text.length(); i++) {
			result = (result ^ text.charAt(i)) * FNV_PRIME;
		}
		return result;
	}

	/** The finaliser of SplitMix64: each bit depends on every other. */
	private static long mix(long hash) {
		long h = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
		h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
		return h ^ (h >>> 31);
	}

}
