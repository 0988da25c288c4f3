package dev.clickpath.gateway.upstream;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the zone for a request: the nearest takes what its healthy capacity allows, the
 * next one of the rest what its own allows, and so on (as Envoy's priority levels). Where
 * all together are short, they share in proportion.
 */
final class Spill {

	private final double[] total;

	private final double[] healthy;

	private final double overProvisioning;

	private Spill(int levels, double overProvisioning) {
		this.total = new double[levels];
		this.healthy = new double[levels];
		this.overProvisioning = overProvisioning;
	}

	static Spill of(Upstream[] upstreams, List<String> order, double overProvisioning) {
		Spill spill = new Spill(order.size() + 1, overProvisioning);
		for (Upstream upstream : upstreams) {
			if (!upstream.isDraining()) {
				int level = ZonePreference.distance(order, upstream.zone());
				spill.total[level] += upstream.weight();
				spill.healthy[level] += upstream.isHealthy() ? upstream.weight() : 0;
			}
		}
		return spill;
	}

	/** The distance of the zone that the request goes to. */
	int draw(RandomGenerator random) {
		double sum = 0;
		for (int level = 0; level < this.total.length; level++) {
			sum += capacity(level);
		}
		double left = random.nextDouble() * Math.min(1, sum);
		int last = 0;
		for (int level = 0; level < this.total.length; level++) {
			double capacity = capacity(level);
			if (capacity > 0) {
				last = level;
				left -= capacity;
				if (left < 0) {
					break;
				}
			}
		}
		return last;
	}

	/** Whether anybody stands there at all. */
	boolean isInhabited(int level) {
		return this.total[level] > 0;
	}

	/** The part of all requests that this zone could take. */
	private double capacity(int level) {
		return (this.total[level] == 0) ? 0
				: Math.min(1, this.overProvisioning * this.healthy[level] / this.total[level]);
	}

}
