package dev.clickpath.recommendation.training;

import java.util.Arrays;

/**
 * The best few of many, in a heap with the worst of them on top.
 */
final class Best {

	private final int[] items;

	private final float[] scores;

	private int size;

	Best(int most) {
		this.items = new int[most];
		this.scores = new float[most];
	}

	void clear() {
		this.size = 0;
	}

	/**
	 * Among equals the lower number is better, so that the same question has the same
	 * answer.
	 */
	void offer(int item, float score) {
		if (this.size < this.items.length) {
			int place = this.size++;
			while (place > 0 && isWorse(item, score, (place - 1) / 2)) {
				move((place - 1) / 2, place);
				place = (place - 1) / 2;
			}
			put(place, item, score);
		}
		else if (this.size > 0 && !isWorse(item, score, 0)) {
			sink(item, score, 0, this.size);
		}
	}

	private void sink(int item, float score, int from, int end) {
		int place = from;
		int child = 2 * place + 1;
		while (child < end) {
			if (child + 1 < end && isWorse(this.items[child + 1], this.scores[child + 1], child)) {
				child++;
			}
			if (isWorse(item, score, child)) {
				break;
			}
			move(child, place);
			place = child;
			child = 2 * place + 1;
		}
		put(place, item, score);
	}

	private boolean isWorse(int item, float score, int than) {
		return score < this.scores[than] || (score == this.scores[than] && item > this.items[than]);
	}

	private void move(int from, int to) {
		put(to, this.items[from], this.scores[from]);
	}

	private void put(int place, int item, float score) {
		this.items[place] = item;
		this.scores[place] = score;
	}

	/**
	 * Puts them in order, the best first. Nothing can be offered after that.
	 */
	void sort() {
		for (int end = this.size - 1; end > 0; end--) {
			int item = this.items[end];
			float score = this.scores[end];
			move(0, end);
			sink(item, score, 0, end);
		}
	}

	int size() {
		return this.size;
	}

	int[] items() {
		return Arrays.copyOf(this.items, this.size);
	}

	int item(int index) {
		return this.items[index];
	}

	float score(int index) {
		return this.scores[index];
	}

}
