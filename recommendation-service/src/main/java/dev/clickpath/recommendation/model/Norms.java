package dev.clickpath.recommendation.model;

import java.util.Arrays;

/**
 * The squared lengths of the products' vectors: their popularity.
 */
final class Norms {

	private double[] squares;

	Norms() {
		this(new double[0]);
	}

	private Norms(double[] squares) {
		this.squares = squares;
	}

	void add(int product, double square) {
		if (product >= this.squares.length) {
			this.squares = Arrays.copyOf(this.squares, Math.max(product + 1, this.squares.length * 2));
		}
		this.squares[product] += square;
	}

	double of(int product) {
		return (product < this.squares.length) ? this.squares[product] : 0;
	}

	Norms copy() {
		return new Norms(this.squares.clone());
	}

}
