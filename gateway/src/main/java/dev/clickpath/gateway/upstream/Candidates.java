package dev.clickpath.gateway.upstream;

import java.util.random.RandomGenerator;

/**
 * The upstreams among which one choice is made, with their weights at this moment.
 */
final class Candidates {

	private final Upstream[] upstreams;

	private final double[] weights;

	private double totalWeight;

	private int size;

	Candidates(int capacity) {
		this.upstreams = new Upstream[capacity];
		this.weights = new double[capacity];
	}

	void add(Upstream upstream, long now) {
		double weight = upstream.effectiveWeight(now);
		this.upstreams[this.size] = upstream;
		this.weights[this.size] = weight;
		this.totalWeight += weight;
		this.size++;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

	int size() {
		return this.size;
	}

	Upstream get(int index) {
		return this.upstreams[index];
	}

	double weight(int index) {
		return this.weights[index];
	}

	/** An index by chance, in proportion to the weights. */
	int draw(RandomGenerator random) {
		return draw(random, -1);
	}

	/**
	 * An index by chance, in proportion to the weights.
	 * @param except is not drawn
	 */
	int draw(RandomGenerator random, int except) {
		double left = random.nextDouble() * (this.totalWeight - ((except >= 0) ? this.weights[except] : 0));
		int last = -1;
		for (int i = 0; i < this.size; i++) {
			if (i != except) {
				last = i;
				left -= this.weights[i];
				if (left < 0) {
					break;
				}
			}
		}
		return last;
	}

}
