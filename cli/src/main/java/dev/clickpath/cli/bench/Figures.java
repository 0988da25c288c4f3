package dev.clickpath.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

/**
 * What a page costs: medians over the rounds.
 *
 * @param page what people call it
 * @param requestsPerSecond answered pages
 * @param p50Millis time to the last byte that half of the pages kept
 * @param p99Millis time to the last byte that all but one in a hundred kept
 * @param bytes the usual body
 * @param errors answers of all rounds that failed or were not what they should be
 * @param cpuMillis CPU for each page; null where the processes are not known
 * @param clientCpuMillis CPU of the load tool for each page, not part of the shop's
 */
record Figures(String page, double requestsPerSecond, double p50Millis, double p99Millis, Weight bytes, long errors,
		@Nullable Cpu cpuMillis, double clientCpuMillis) {

	private static final double MICROS_A_MILLI = 1e3;

	/**
	 * CPU for each page, in milliseconds.
	 *
	 * @param total of all processes
	 * @param byProcess of each kind
	 */
	record Cpu(double total, SequencedMap<String, Double> byProcess) {

	}

	static Figures of(Page page, List<Measurement> rounds) {
		return new Figures(page.name(), median(rounds, (round) -> round.load().requestsPerSecond()),
				median(rounds, (round) -> round.load().p50Micros() / MICROS_A_MILLI),
				median(rounds, (round) -> round.load().p99Micros() / MICROS_A_MILLI), page.weight(),
				rounds.stream().mapToLong((round) -> round.load().errors()).sum(), cpu(rounds),
				median(rounds, Measurement::clientMillis));
	}

	private static @Nullable Cpu cpu(List<Measurement> rounds) {
		SequencedMap<String, Double> byProcess = new LinkedHashMap<>();
		for (String name : rounds.getFirst().cpuMillis().keySet()) {
			byProcess.put(name, median(rounds, (round) -> round.cpuMillis().getOrDefault(name, 0.0)));
		}
		return byProcess.isEmpty() ? null : new Cpu(median(rounds, Figures::total), byProcess);
	}

	private static double total(Measurement round) {
		return round.cpuMillis().values().stream().mapToDouble(Double::doubleValue).sum();
	}

	private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> value) {
		return Median.of(rounds.stream().mapToDouble(value).toArray());
	}

}
