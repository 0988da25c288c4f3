package dev.clickpath.recommendation.model;

/**
 * The best few of many, best first; among equals the lower number first, so that the same
 * question has the same answer.
 */
final class Top {

	private final int[] items;

	private final double[] scores;

	private int size;

	Top(int limit) {
		this.items = new int[limit];
		this.scores = new double[limit];
	}

	void offer(int item, double score) {
		int place = this.size;
		while (place > 0 && isBetter(item, score, place - 1)) {
			place--;
		}
		if (place == this.items.length) {
			return;
		}
		int moved = Math.min(this.size, this.items.length - 1) - place;
		System.arraycopy(this.items, place, this.items, place + 1, moved);
		System.arraycopy(this.scores, place, this.scores, place + 1, moved);
		this.items[place] = item;
		this.scores[place] = score;
		this.size = Math.min(this.size + 1, this.items.length);
	}

	private boolean isBetter(int item, double score, int than) {
		return score > this.scores[than] || (score == this.scores[than] && item < this.items[than]);
	}

	int size() {
		return this.size;
	}

	int item(int index) {
		return this.items[index];
	}

	/**
	 * The score of an item, 0 when it is not among the best.
	 */
	double scoreOf(int item) {
		for (int i = 0; i < this.size; i++) {
			if (this.items[i] == item) {
				return this.scores[i];
			}
		}
		return 0;
	}

	double score(int index) {
		return this.scores[index];
	}

}
