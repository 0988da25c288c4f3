package dev.clickpath.catalog.ranking;

import java.util.Arrays;

/**
 * What a query names.
 */
final class Meaning {

	private final Chunk head;

	private final float[] shares;

	/**
	 * @param head the word that names the thing
	 * @param counts kind after kind: its number, how many products of it are named so
	 */
	Meaning(Chunk head, int[] counts) {
		this.head = head;
		int most = 1;
		int last = 0;
		for (int i = 0; i < counts.length; i += 2) {
			last = Math.max(last, counts[i]);
			most = Math.max(most, counts[i + 1]);
		}
		this.shares = new float[last + 1];
		for (int i = 0; i < counts.length; i += 2) {
			this.shares[counts[i]] = (float) counts[i + 1] / most;
		}
	}

	/**
	 * The word that names the thing.
	 */
	Chunk head() {
		return this.head;
	}

	/**
	 * How much a kind is meant: 1 for the one that is meant most.
	 */
	float share(int kind) {
		return (kind < this.shares.length) ? this.shares[kind] : 0;
	}

	@Override
	public String toString() {
		return this.head.term() + " " + Arrays.toString(this.shares);
	}

}
