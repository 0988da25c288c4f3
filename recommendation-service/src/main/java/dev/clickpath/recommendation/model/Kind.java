package dev.clickpath.recommendation.model;

/**
 * How a visitor met a product, in the order of growing interest.
 */
public enum Kind {

	VIEW(1), BASKET(2), PURCHASE(4);

	private final byte flag;

	Kind(int flag) {
		this.flag = (byte) flag;
	}

	/** A set of kinds is the sum of their flags. */
	byte flag() {
		return this.flag;
	}

	boolean isIn(int kinds) {
		return (kinds & this.flag) != 0;
	}

}
