package dev.clickpath.cli.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good answers are.
 *
 * @param ndcg normalised discounted cumulative gain of the first ten: 1 is the best order
 * there could be. The gain of a grade is 2^grade - 1 (Burges et al. 2005).
 * @param recall the share of the good ones, graded 2 or 3, among the first hundred; of
 * more than a hundred, a hundred are all
 * @param empty 1 when nothing was found at all
 */
record Quality(double ndcg, double recall, double empty) {

	static final Quality NONE = new Quality(0, 0, 1);

	private static final int TOP = 10;

	private static final int DEPTH = 100;

	static final int GOOD = 2;

	static Quality of(List<String> found, Map<String, Integer> grades) {
		List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).limit(TOP).toList();
		List<Integer> given = found.stream().limit(TOP).map((id) -> grades.getOrDefault(id, 0)).toList();
		long good = grades.values().stream().filter((grade) -> grade >= GOOD).count();
		long hits = found.stream().limit(DEPTH).distinct().filter((id) -> grades.getOrDefault(id, 0) >= GOOD).count();
		return new Quality(gain(given) / gain(best), (double) hits / Math.min(DEPTH, good), found.isEmpty() ? 1 : 0);
	}

	private static double gain(List<Integer> grades) {
		double gain = 0;
		for (int i = 0; i < grades.size(); i++) {
			gain += ((1 << grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
		}
		return gain;
	}

	static Quality mean(Collection<Quality> all) {
		return new Quality(mean(all, Quality::ndcg), mean(all, Quality::recall), mean(all, Quality::empty));
	}

	private static double mean(Collection<Quality> all, ToDoubleFunction<Quality> figure) {
		return all.stream().mapToDouble(figure).average().orElse(0);
	}

}
