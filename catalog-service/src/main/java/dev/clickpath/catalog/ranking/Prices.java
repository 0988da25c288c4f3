package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.clickpath.catalog.ranking.Hits.Range;
import org.jspecify.annotations.Nullable;

/**
 * Counts prices and makes a few ranges of them that hold about as many products each,
 * with round limits, whatever is sold.
 */
final class Prices {

	private static final int MOST_RANGES = 6;

	/** 1, 2 and 5 units, 10, 20 and 50, and so on. */
	private static final long[] ROUND = round();

	private final long[] limits;

	private final int[] counts;

	/**
	 * @param limits where ranges may end, from low to high; none for round amounts
	 */
	Prices(List<Long> limits) {
		this.limits = limits.isEmpty() ? ROUND : limits.stream().mapToLong(Long::longValue).toArray();
		this.counts = new int[this.limits.length + 1];
	}

	private static long[] round() {
		List<Long> limits = new ArrayList<>();
		for (long power = 100; power <= 10_000_000_000L; power *= 10) {
			limits.addAll(List.of(power, 2 * power, 5 * power));
		}
		return limits.stream().mapToLong(Long::longValue).toArray();
	}

	void add(long price) {
		int at = Arrays.binarySearch(this.limits, price);
		this.counts[(at >= 0) ? at + 1 : -at - 1]++;
	}

	void add(Prices other) {
		Arrays.setAll(this.counts, (range) -> this.counts[range] + other.counts[range]);
	}

	/**
	 * The ranges that have products. A range ends just below its upper limit.
	 */
	List<Range> ranges() {
		long total = Arrays.stream(this.counts).asLongStream().sum();
		List<Range> ranges = new ArrayList<>();
		Long least = null;
		int gathered = 0;
		long left = total;
		for (int i = 0; i < this.counts.length; i++) {
			gathered += this.counts[i];
			boolean last = gathered == left;
			if (gathered > 0 && (last || isEnough(gathered, i, left, MOST_RANGES - ranges.size()))) {
				Long limit = last ? null : this.limits[i];
				ranges.add(new Range(least, most(limit), gathered));
				left -= gathered;
				gathered = 0;
				least = limit;
			}
			if (left == 0) {
				break;
			}
		}
		return List.copyOf(ranges);
	}

	/** Nearer to an even share than with the prices that come next. */
	private boolean isEnough(int gathered, int at, long left, int ranges) {
		if (ranges <= 1 || at + 1 >= this.counts.length) {
			return false;
		}
		double share = (double) left / ranges;
		return gathered >= share || share - gathered < gathered + this.counts[at + 1] - share;
	}

	private static @Nullable Long most(@Nullable Long limit) {
		return (limit != null) ? Long.valueOf(limit - 1) : null;
	}

}
