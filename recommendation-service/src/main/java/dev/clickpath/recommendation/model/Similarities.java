package dev.clickpath.recommendation.model;

import java.util.Arrays;

/**
 * How similar the products are, as known at one moment. Immutable. This is where evidence
 * becomes a score: the cosine, shrunk where the evidence is thin.
 */
final class Similarities {

	private final Neighbours[] rows;

	private final Norms norms;

	private final double present;

	private final double shrinkage;

	/**
	 * @param present what a weight is multiplied with to be as of now
	 */
	Similarities(Neighbours[] rows, Norms norms, double present, double shrinkage) {
		this.rows = rows;
		this.norms = norms;
		this.present = present;
		this.shrinkage = shrinkage;
	}

	static Similarities none(Tuning tuning) {
		return new Similarities(new Neighbours[0], new Norms(), 1, tuning.shrinkage());
	}

	/**
	 * A copy of the rows for so many products.
	 */
	Neighbours[] rows(int size) {
		Neighbours[] copy = Arrays.copyOf(this.rows, size);
		Arrays.fill(copy, Math.min(size, this.rows.length), size, Neighbours.NONE);
		return copy;
	}

	Neighbours neighbours(int product) {
		return (product >= 0 && product < this.rows.length) ? this.rows[product] : Neighbours.NONE;
	}

	/**
	 * How similar a product is to its neighbour at an index.
	 */
	double similarity(int product, Neighbours neighbours, int index) {
		double evidence = neighbours.weight(index);
		double length = Math.sqrt(this.norms.of(product)) * Math.sqrt(this.norms.of(neighbours.product(index)));
		double present = evidence * this.present;
		return (length > 0) ? evidence / length * (present / (present + this.shrinkage)) : 0;
	}

	/**
	 * The most similar products.
	 */
	Top mostSimilar(int product, int limit) {
		Top top = new Top(limit);
		Neighbours neighbours = neighbours(product);
		for (int i = 0; i < neighbours.size(); i++) {
			top.offer(neighbours.product(i), similarity(product, neighbours, i));
		}
		return top;
	}

}
