package dev.clickpath.cli.faults;

import java.util.List;

/**
 * What shoppers saw of a fault.
 *
 * @param fault what was done
 * @param requests how many pages they asked for
 * @param failures how many they did not get
 * @param p50Millis time that half of the pages kept
 * @param p99Millis time that all but one in a hundred kept
 * @param worstMillis the longest of all
 * @param examples some of what went wrong
 */
record Seen(String fault, int requests, int failures, double p50Millis, double p99Millis, double worstMillis,
		List<String> examples) {

	private static final double NANOS_A_MILLI = 1e6;

	private static final int EXAMPLES = 3;

	static Seen of(String fault, List<Long> nanos, List<String> failures) {
		long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
		return new Seen(fault, sorted.length, failures.size(), percentile(sorted, 50), percentile(sorted, 99),
				percentile(sorted, 100), failures.stream().distinct().limit(EXAMPLES).toList());
	}

	private static double percentile(long[] sorted, int percent) {
		return (sorted.length == 0) ? 0
				: sorted[(int) Math.min(sorted.length - 1, (long) sorted.length * percent / 100)] / NANOS_A_MILLI;
	}

}
