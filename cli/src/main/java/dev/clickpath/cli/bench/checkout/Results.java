package dev.clickpath.cli.bench.checkout;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.bench.Median;

/**
 * What was measured: medians over the rounds, and the failures of all.
 */
record Results(double ordersPerSecond, double p50Millis, double p95Millis, double p99Millis, int failed,
		double cpuMillis) {

	static Results of(List<Round> rounds) {
		return new Results(median(rounds, Round::ordersPerSecond), median(rounds, Round::p50Millis),
				median(rounds, Round::p95Millis), median(rounds, Round::p99Millis),
				rounds.stream().mapToInt(Round::failed).sum(), median(rounds, Round::cpuMillis));
	}

	private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
		return Median.of(rounds.stream().mapToDouble(value).toArray());
	}

	List<String> lines() {
		Table table = new Table(true, true, true, true, true, true);
		table.row("ORDERS/S", "P50 MS", "P95 MS", "P99 MS", "FAILED", "CPU MS AN ORDER");
		table.row(number(this.ordersPerSecond), number(this.p50Millis), number(this.p95Millis), number(this.p99Millis),
				Integer.toString(this.failed), number(this.cpuMillis));
		return table.lines();
	}

	private static String number(double value) {
		return String.format(Locale.UK, "%.1f", value);
	}

}
