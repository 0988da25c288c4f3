package dev.clickpath.gateway.upstream;

import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Decides who takes a request: whoever is available, in the zone that the request goes
 * to, one of those by the policy.
 */
final class Chooser {

	private final BalancingRules rules;

	private final SelectionPolicy policy;

	Chooser(BalancingRules rules) {
		this.rules = rules;
		this.policy = rules.policy().create();
	}

	/**
	 * @param all the upstreams of the pool
	 * @param tried are asked again only when no other is available
	 */
	Decision decide(Upstream[] all, Shopper shopper, Collection<Upstream> tried, RandomGenerator random, long now) {
		int inService = 0;
		int healthy = 0;
		boolean scattered = false;
		for (Upstream upstream : all) {
			scattered |= !upstream.zone().equals(all[0].zone());
			if (!upstream.isDraining()) {
				inService++;
				healthy += upstream.isHealthy() ? 1 : 0;
			}
		}
		if (healthy == 0 || healthy < this.rules.panicBelow() * inService) {
			return inPanic(all, shopper, tried, random, now, healthy, inService);
		}
		Candidates untried = new Candidates(all.length);
		Candidates again = new Candidates(tried.isEmpty() ? 0 : all.length);
		for (Upstream upstream : all) {
			if (upstream.isAvailable()) {
				(tried.contains(upstream) ? again : untried).add(upstream, now);
			}
		}
		if (untried.isEmpty()) {
			return again.isEmpty() ? new Decision.AllFull()
					: this.policy.choose(again, shopper, random, now).under("asked again; ");
		}
		Choice choice = scattered ? near(all, untried, shopper, random, now)
				: this.policy.choose(untried, shopper, random, now);
		return tried.isEmpty() ? choice : choice.under("tried again elsewhere; ");
	}

	/** Only who is in the zone that the request goes to, if anyone of those is there. */
	private Choice near(Upstream[] all, Candidates untried, Shopper shopper, RandomGenerator random, long now) {
		List<String> order = this.rules.zones().orderFor(shopper.region());
		Spill spill = Spill.of(all, order, this.rules.zones().overProvisioning());
		int drawn = spill.draw(random);
		Candidates there = at(drawn, order, untried, now);
		int distance = drawn;
		for (int i = 0; there.isEmpty(); i++) {
			distance = i;
			there = at(i, order, untried, now);
		}
		Choice choice = this.policy.choose(there, shopper, random, now);
		if (distance == 0 || order.isEmpty()) {
			return choice;
		}
		return choice
			.under(spill.isInhabited(0) ? order.getFirst() + " is short; " : "nearest to " + order.getFirst() + "; ");
	}

	private static Candidates at(int distance, List<String> order, Candidates candidates, long now) {
		Candidates there = new Candidates(candidates.size());
		for (int i = 0; i < candidates.size(); i++) {
			Upstream upstream = candidates.get(i);
			if (ZonePreference.distance(order, upstream.zone()) == distance) {
				there.add(upstream, now);
			}
		}
		return there;
	}

	/**
	 * Where too few are healthy, whoever is there may be asked; even one that is about to
	 * leave, if there is no other. Only what an operator holds back is left alone.
	 */
	private Decision inPanic(Upstream[] all, Shopper shopper, Collection<Upstream> tried, RandomGenerator random,
			long now, int healthy, int inService) {
		Candidates candidates = new Candidates(all.length);
		boolean full = false;
		for (Upstream upstream : all) {
			boolean allowed = (inService > 0) ? !upstream.isDraining() : !upstream.isHeldBack();
			if (allowed && !tried.contains(upstream)) {
				full |= upstream.isFull();
				if (!upstream.isFull()) {
					candidates.add(upstream, now);
				}
			}
		}
		if (candidates.isEmpty()) {
			return full ? new Decision.AllFull() : new Decision.NoneLeft();
		}
		return this.policy.choose(candidates, shopper, random, now)
			.under((healthy == 0) ? "none is known to be healthy; "
					: "panic, " + healthy + " of " + inService + " healthy; ");
	}

}
