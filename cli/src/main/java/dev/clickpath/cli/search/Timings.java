package dev.clickpath.cli.search;

import java.util.List;

/**
 * How long many answers took, in milliseconds.
 *
 * @param p50 half of them were there after that
 * @param p99 all but one in a hundred were
 * @param indexP50 the same for the time the index says it took, of those that were not
 * known already
 * @param perSecond how many answers came a second
 * @param known the share of answers that were known already
 */
record Timings(double p50, double p99, double indexP50, double indexP99, double perSecond, double known) {

	static Timings of(List<Double> millis, List<Double> inIndex, double seconds) {
		List<Double> worked = inIndex.stream().filter((each) -> each > 0).sorted().toList();
		List<Double> sorted = millis.stream().sorted().toList();
		double known = inIndex.isEmpty() ? 0 : 1 - (double) worked.size() / inIndex.size();
		return new Timings(at(sorted, 0.5), at(sorted, 0.99), at(worked, 0.5), at(worked, 0.99),
				millis.size() / seconds, known);
	}

	private static double at(List<Double> sorted, double share) {
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
	}

}
