package dev.clickpath.edge.disk;

import java.util.Comparator;

/**
 * When something was stored or removed: counted, not measured, so that no two are at the
 * same time, and what was before a removal is told from what came after it.
 *
 * @param life a number that grows with each start of the edge
 * @param turn a number that grows with each change within that life
 */
record Mark(long life, long turn) implements Comparable<Mark> {

	private static final Comparator<Mark> ORDER = Comparator.comparingLong(Mark::life).thenComparingLong(Mark::turn);

	static final Mark NEVER = new Mark(Long.MIN_VALUE, Long.MIN_VALUE);

	@Override
	public int compareTo(Mark other) {
		return ORDER.compare(this, other);
	}

	boolean isBefore(Mark other) {
		return compareTo(other) < 0;
	}

	static Mark later(Mark one, Mark other) {
		return one.isBefore(other) ? other : one;
	}

}
