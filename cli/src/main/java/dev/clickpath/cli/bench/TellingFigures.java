package dev.clickpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.Table;

/**
 * What telling costs.
 *
 * @param pages each kind of page
 * @param throughputChange pages a second with telling against without, in per cent: the
 * mean over the kinds
 * @param cpuChange CPU for each page, in the same way
 */
record TellingFigures(List<Cost> pages, double throughputChange, double cpuChange) {

	private static final double PERCENT = 100;

	/**
	 * One round of one page in both shops.
	 */
	record Pair(Measurement silent, Measurement telling) {

		private static double cpu(Measurement side) {
			return side.cpuMillis().values().stream().mapToDouble(Double::doubleValue).sum();
		}

		double throughputChange() {
			return change(this.silent.load().requestsPerSecond(), this.telling.load().requestsPerSecond());
		}

		double cpuChange() {
			return change(cpu(this.silent), cpu(this.telling));
		}

		private static double change(double before, double after) {
			return (before > 0) ? (after / before - 1) * PERCENT : 0;
		}

	}

	/**
	 * What it costs for one kind of page: medians over the rounds.
	 *
	 * @param throughputChange in per cent
	 * @param cpuChange in per cent
	 * @param errors answers of all rounds that were not what they should be
	 */
	record Cost(String page, double silentRequestsPerSecond, double tellingRequestsPerSecond, double throughputChange,
			double silentCpuMillis, double tellingCpuMillis, double cpuChange, long errors) {

		static Cost of(String page, List<Pair> rounds) {
			return new Cost(page, median(rounds, (pair) -> pair.silent().load().requestsPerSecond()),
					median(rounds, (pair) -> pair.telling().load().requestsPerSecond()),
					median(rounds, Pair::throughputChange), median(rounds, (pair) -> Pair.cpu(pair.silent())),
					median(rounds, (pair) -> Pair.cpu(pair.telling())), median(rounds, Pair::cpuChange),
					rounds.stream()
						.mapToLong((pair) -> pair.silent().load().errors() + pair.telling().load().errors())
						.sum());
		}

		private static double median(List<Pair> rounds, ToDoubleFunction<Pair> value) {
			return Median.of(rounds.stream().mapToDouble(value).toArray());
		}

	}

	static TellingFigures of(Map<String, List<Pair>> rounds) {
		List<Cost> pages = new ArrayList<>();
		rounds.forEach((page, pairs) -> pages.add(Cost.of(page, pairs)));
		return new TellingFigures(pages, mean(pages, Cost::throughputChange), mean(pages, Cost::cpuChange));
	}

	private static double mean(List<Cost> pages, ToDoubleFunction<Cost> value) {
		return pages.stream().mapToDouble(value).average().orElse(0);
	}

	List<String> lines() {
		Table table = new Table(false, true, true, true, true, true, true, true);
		table.row("PAGE", "REQ/S SILENT", "TELLING", "CHANGE %", "CPU MS SILENT", "TELLING", "CHANGE %", "ERRORS");
		for (Cost cost : this.pages) {
			table.row(cost.page(), number("%,.0f", cost.silentRequestsPerSecond()),
					number("%,.0f", cost.tellingRequestsPerSecond()), number("%+.1f", cost.throughputChange()),
					number("%.3f", cost.silentCpuMillis()), number("%.3f", cost.tellingCpuMillis()),
					number("%+.1f", cost.cpuChange()), cost.errors());
		}
		table.row("all", "", "", number("%+.1f", this.throughputChange), "", "", number("%+.1f", this.cpuChange), "");
		return table.lines();
	}

	private static String number(String format, double value) {
		return String.format(Locale.UK, format, value);
	}

}
