package dev.clickpath.catalog.product;

import java.util.List;

/**
 * How often a product was given one to five stars.
 *
 * @param counts five numbers, that of one star first
 */
public record Ratings(List<Integer> counts) {

	public static final int MOST_STARS = 5;

	public static final Ratings NONE = new Ratings(List.of(0, 0, 0, 0, 0));

	public Ratings {
		counts = List.copyOf(counts);
		if (counts.size() != MOST_STARS || counts.stream().anyMatch((count) -> count < 0)) {
			throw new IllegalArgumentException("Ratings are five counts, not " + counts);
		}
	}

	public int count() {
		return this.counts.stream().mapToInt(Integer::intValue).sum();
	}

	public int of(int stars) {
		return this.counts.get(stars - 1);
	}

	/**
	 * The mean, in hundredths of a star, 0 when there are no ratings.
	 */
	public double average() {
		long count = count();
		long sum = 0;
		for (int stars = 1; stars <= MOST_STARS; stars++) {
			sum += (long) stars * of(stars);
		}
		long hundredths = (count > 0) ? (200 * sum + count) / (2 * count) : 0;
		return hundredths / 100.0;
	}

	/**
	 * The same with so many more of these stars, or fewer.
	 */
	public Ratings plus(int stars, int more) {
		Integer[] changed = this.counts.toArray(Integer[]::new);
		changed[stars - 1] += more;
		return new Ratings(List.of(changed));
	}

}
