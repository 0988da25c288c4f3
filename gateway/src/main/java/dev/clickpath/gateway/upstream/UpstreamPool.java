package dev.clickpath.gateway.upstream;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The upstreams of one service. The next request goes to the better of two chosen at
 * random (Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing", 2001):
 * the one with fewer requests in flight.
 */
public final class UpstreamPool {

	private final List<Upstream> upstreams;

	private final Supplier<? extends RandomGenerator> random;

	/**
	 * @param random where chance comes from; asked anew for each choice, since generators
	 * belong to threads
	 */
	public UpstreamPool(List<Upstream> upstreams, Supplier<? extends RandomGenerator> random) {
		this.upstreams = List.copyOf(upstreams);
		this.random = random;
	}

	public List<Upstream> upstreams() {
		return this.upstreams;
	}

	/**
	 * Chooses among the upstreams that were not tried for this request. When none of
	 * those is known to be available, any of them is better than a certain failure.
	 * @param tried the upstreams that failed this request before
	 * @return empty when every upstream was tried
	 */
	public Optional<Choice> choose(Set<Upstream> tried) {
		List<Upstream> untried = this.upstreams.stream().filter(upstream -> !tried.contains(upstream)).toList();
		if (untried.isEmpty()) {
			return Optional.empty();
		}
		List<Upstream> available = untried.stream().filter(Upstream::isAvailable).toList();
		Choice choice = available.isEmpty() ? betterOfTwo(untried, "none is known to be healthy; ")
				: betterOfTwo(available, tried.isEmpty() ? "" : "tried again elsewhere; ");
		choice.upstream().acquire();
		return Optional.of(choice);
	}

	private Choice betterOfTwo(List<Upstream> candidates, String circumstance) {
		if (candidates.size() == 1) {
			return new Choice(candidates.getFirst(), circumstance + "the only candidate");
		}
		RandomGenerator random = this.random.get();
		int first = random.nextInt(candidates.size());
		int second = (first + 1 + random.nextInt(candidates.size() - 1)) % candidates.size();
		Upstream a = candidates.get(first);
		Upstream b = candidates.get(second);
		int inFlightOfA = a.inFlight();
		int inFlightOfB = b.inFlight();
		if (inFlightOfA == inFlightOfB) {
			return new Choice(a, circumstance + "level with " + b + ", " + inFlightOfA + " in flight each");
		}
		return (inFlightOfA < inFlightOfB) ? fewer(a, inFlightOfA, b, inFlightOfB, circumstance)
				: fewer(b, inFlightOfB, a, inFlightOfA, circumstance);
	}

	private static Choice fewer(Upstream chosen, int inFlight, Upstream other, int othersInFlight,
			String circumstance) {
		return new Choice(chosen, circumstance + inFlight + " in flight, " + other + " has " + othersInFlight);
	}

}
