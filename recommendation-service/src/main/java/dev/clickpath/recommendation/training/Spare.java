package dev.clickpath.recommendation.training;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rows that nobody needs any more, for whoever needs some next: as garbage they would be
 * old and lie where the heap grows before it is collected.
 */
final class Spare {

	private final int assortment;

	private final Deque<SparseRows> rows = new ArrayDeque<>();

	Spare(int assortment) {
		this.assortment = assortment;
	}

	/**
	 * Rows to be filled, which may still say what they said.
	 */
	SparseRows take() {
		SparseRows one = this.rows.poll();
		return (one != null) ? one : new SparseRows(this.assortment);
	}

	/**
	 * From now on they are another's.
	 */
	void giveBack(SparseRows one) {
		this.rows.push(one);
	}

	/**
	 * Leaves them to be collected.
	 */
	void free() {
		this.rows.clear();
	}

}
