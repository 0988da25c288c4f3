package dev.clickpath.recommendation.model;

/**
 * How much interest each kind of interaction tells of. A set of kinds tells of as much as
 * its strongest.
 */
record Strengths(double view, double basket, double purchase) {

	/** For what belongs together at all. */
	static final Strengths INTEREST = new Strengths(1, 2, 3);

	/** For what is bought together: looking does not count. */
	static final Strengths WANTING = new Strengths(0, 1, 2);

	double of(int kinds) {
		if (Kind.PURCHASE.isIn(kinds)) {
			return this.purchase;
		}
		if (Kind.BASKET.isIn(kinds)) {
			return this.basket;
		}
		return Kind.VIEW.isIn(kinds) ? this.view : 0;
	}

}
