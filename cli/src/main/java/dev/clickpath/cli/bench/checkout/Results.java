package dev.clickpath.cli.bench.checkout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.bench.Median;

/**
 * What was measured: medians over the rounds, and the failures of all.
 */
record Results(double ordersPerSecond, double p50Millis, double p95Millis, double p99Millis, int failed,
		SequencedMap<String, Double> cpuMillis) {

	static Results of(List<Round> rounds) {
		return new Results(median(rounds, Round::ordersPerSecond), median(rounds, Round::p50Millis),
				median(rounds, Round::p95Millis), median(rounds, Round::p99Millis),
				rounds.stream().mapToInt(Round::failed).sum(), cpu(rounds));
	}

	private static SequencedMap<String, Double> cpu(List<Round> rounds) {
		SequencedMap<String, Double> cpu = new LinkedHashMap<>();
		for (String name : rounds.getFirst().cpuMillis().keySet()) {
			cpu.put(name, median(rounds, (round) -> round.cpuMillis().getOrDefault(name, 0.0)));
		}
		return cpu;
	}

	private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
		return Median.of(rounds.stream().mapToDouble(value).toArray());
	}

	List<String> lines() {
		List<Object> titles = new ArrayList<>(List.of("ORDERS/S", "P50 MS", "P95 MS", "P99 MS", "FAILED", "CPU MS"));
		List<Object> row = new ArrayList<>(List.of(number(this.ordersPerSecond), number(this.p50Millis),
				number(this.p95Millis), number(this.p99Millis), this.failed,
				number(this.cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum())));
		this.cpuMillis.forEach((name, millis) -> {
			titles.add(name);
			row.add(number(millis));
		});
		Table table = new Table(titles.stream().map((title) -> true).toArray(Boolean[]::new));
		table.row(titles.toArray());
		table.row(row.toArray());
		return table.lines();
	}

	private static String number(double value) {
		return String.format(Locale.UK, "%.1f", value);
	}

}
