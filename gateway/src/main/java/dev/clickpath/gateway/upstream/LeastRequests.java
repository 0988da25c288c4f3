package dev.clickpath.gateway.upstream;

import java.util.random.RandomGenerator;

/**
 * The one with the fewest requests in flight for its weight; among equals, chance.
 */
final class LeastRequests implements SelectionPolicy {

	@Override
	public Choice choose(Candidates candidates, Shopper shopper, RandomGenerator random, long now) {
		int best = candidates.draw(random);
		double least = load(candidates, best);
		for (int i = 0; i < candidates.size(); i++) {
			double load = load(candidates, i);
			if (load < least) {
				least = load;
				best = i;
			}
		}
		Upstream chosen = candidates.get(best);
		return new Choice(chosen, "fewest requests of " + candidates.size() + ", " + chosen.inFlight() + " in flight");
	}

	private static double load(Candidates candidates, int index) {
		return candidates.get(index).inFlight() / candidates.weight(index);
	}

}
