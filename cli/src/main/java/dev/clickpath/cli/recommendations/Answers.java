package dev.clickpath.cli.recommendations;

import java.util.List;

/**
 * How long many answers took, in milliseconds.
 *
 * @param p50 half of them were there after that
 * @param p99 all but one in a hundred were
 * @param modelP50 the same for the time that the service says its model took
 * @param perSecond how many came a second
 */
record Answers(double p50, double p99, double modelP50, double modelP99, double perSecond) {

	/**
	 * One answer.
	 *
	 * @param inModel as the service tells it
	 */
	record Time(float millis, float inModel) {

	}

	static Answers of(List<Time> times, double seconds) {
		List<Float> millis = times.stream().map(Time::millis).sorted().toList();
		List<Float> inModel = times.stream().map(Time::inModel).sorted().toList();
		return new Answers(at(millis, 0.5), at(millis, 0.99), at(inModel, 0.5), at(inModel, 0.99),
				times.size() / seconds);
	}

	private static double at(List<Float> sorted, double share) {
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
	}

}
