package dev.clickpath.gateway.upstream;

import java.util.random.RandomGenerator;

/**
 * The better of two drawn by chance (Mitzenmacher, "The Power of Two Choices in
 * Randomized Load Balancing", 2001), where better means the less load: requests in flight
 * times latency, for its weight.
 *
 * <p>
 * Latencies less than twice one another or less than 50 ms apart are taken for the same.
 * Pages differ by as much, and with few upstreams and little to do the one that happened
 * to get the lighter ones would get everything.
 */
final class LeastLoaded implements SelectionPolicy {

	private static final double NOISE = 2;

	private static final double NOISE_NANOS = 50_000_000;

	@Override
	public Choice choose(Candidates candidates, Shopper shopper, RandomGenerator random, long now) {
		if (candidates.size() == 1) {
			return new Choice(candidates.get(0), "the only candidate");
		}
		int first = candidates.draw(random);
		int second = candidates.draw(random, first);
		Upstream a = candidates.get(first);
		Upstream b = candidates.get(second);
		int inFlightOfA = a.inFlight();
		int inFlightOfB = b.inFlight();
		double latencyOfA = a.latency(now);
		double latencyOfB = b.latency(now);
		double loadOfA = inFlightOfA / candidates.weight(first);
		double loadOfB = inFlightOfB / candidates.weight(second);
		if (differ(latencyOfA, latencyOfB)) {
			loadOfA = (inFlightOfA + 1) * latencyOfA / candidates.weight(first);
			loadOfB = (inFlightOfB + 1) * latencyOfB / candidates.weight(second);
		}
		if (loadOfA == loadOfB) {
			return new Choice(a, "level with " + b + ", " + inFlightOfA + " in flight at " + words(latencyOfA) + ", "
					+ inFlightOfB + " at " + words(latencyOfB));
		}
		return (loadOfA < loadOfB) ? less(a, inFlightOfA, latencyOfA, b, inFlightOfB, latencyOfB)
				: less(b, inFlightOfB, latencyOfB, a, inFlightOfA, latencyOfA);
	}

	/** Against one that is not known yet nothing is held. */
	private static boolean differ(double a, double b) {
		return a > 0 && b > 0 && Math.abs(a - b) >= NOISE_NANOS && (a >= NOISE * b || b >= NOISE * a);
	}

	private static Choice less(Upstream chosen, int inFlight, double latency, Upstream other, int othersInFlight,
			double othersLatency) {
		return new Choice(chosen, "least loaded of two, " + inFlight + " in flight at " + words(latency) + ", " + other
				+ " has " + othersInFlight + " at " + words(othersLatency));
	}

	/** In milliseconds, with one decimal below ten. */
	private static String words(double nanos) {
		if (nanos == 0) {
			return "unknown speed";
		}
		long tenths = Math.round(nanos / 100_000);
		return (tenths < 100) ? tenths / 10 + "." + tenths % 10 + " ms" : (tenths + 5) / 10 + " ms";
	}

}
