package dev.clickpath.cli.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.load.accounting.EdgeFigures;
import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Outcome;
import dev.clickpath.cli.load.accounting.Summary;

/**
 * What was measured, for a terminal.
 */
public final class TextReport {

	private TextReport() {
	}

	public static List<String> lines(Measured measured) {
		Outcome outcome = measured.outcome();
		List<String> lines = new ArrayList<>();
		lines
			.add("%s shoppers about the shop at a time, %s coming each second, for %s s: %s visits, at most %s at once."
				.formatted(Amounts.of(measured.users()), Amounts.of(measured.rate()), measured.planned().toSeconds(),
						Amounts.count(outcome.visits()), Amounts.count(outcome.mostAbout())));
		lines.add("%s pages (%s/s) of %s requests (%s/s), %s failed; seed %d.".formatted(Amounts.count(outcome.pages()),
				Amounts.of(outcome.pagesPerSecond()), Amounts.count(outcome.requests()),
				Amounts.of(outcome.requestsPerSecond()), Amounts.count(outcome.failed()), measured.seed()));
		lines.add("");
		lines.addAll(latencies(outcome));
		lines.add("");
		lines.add(
				"Counted from when a page should have been asked for. 99 of 100 pages were asked for within %s of that."
					.formatted(Amounts.millis(outcome.waited().p99())));
		lines.add(edge(outcome.edge()));
		lines.add("Pages by storefront: %s. Orders: %s.".formatted(counts(outcome.instances()),
				counts(outcome.orders())));
		if (outcome.outside() > 0) {
			lines.add(
					"%s more came and found no room until it was over, since %s were about already; what they waited is in none of these times."
						.formatted(Amounts.count(outcome.outside()), Amounts.count(outcome.mostAbout())));
		}
		if (outcome.again() > 0) {
			lines.add(
					"%s times a connection was closed just when something was asked on it, and it was asked again on another one."
						.formatted(Amounts.count(outcome.again())));
		}
		if (outcome.leftOut() > 0) {
			lines.add("%s times a page had left out, for want of time, what would have led on."
				.formatted(Amounts.count(outcome.leftOut())));
		}
		lines.addAll(failures(outcome));
		return lines;
	}

	private static List<String> latencies(Outcome outcome) {
		Table table = new Table(false, true, true, true, true, true);
		table.row("WHAT", "COUNT", "P50 MS", "P95 MS", "P99 MS", "MAX MS");
		outcome.latencies().forEach((kind, summary) -> table.row(row(kind.label(), summary)));
		return table.lines();
	}

	private static Object[] row(String label, Summary summary) {
		return new Object[] { label, Amounts.count(summary.count()), Amounts.of(summary.p50()),
				Amounts.of(summary.p95()), Amounts.of(summary.p99()), Amounts.of(summary.max()) };
	}

	private static String edge(EdgeFigures edge) {
		return "Edge: %s of %s answers were hits, which spared the origin %s; %s times a browser's own copy was good still (304), %s times it was fresh and nobody was asked."
			.formatted(Amounts.percent(edge.hitRatio()), Amounts.count(edge.hits() + edge.misses()),
					Amounts.bytes(edge.hitBytes()), Amounts.count(edge.unchanged()), Amounts.count(edge.kept()));
	}

	private static String counts(Map<String, Long> counts) {
		return counts.isEmpty() ? "none"
				: counts.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + " " + Amounts.count(entry.getValue()))
					.collect(Collectors.joining(", "));
	}

	private static List<String> failures(Outcome outcome) {
		List<String> lines = new ArrayList<>();
		for (Map.Entry<Failure, Long> failure : outcome.failures().entrySet()) {
			lines.add("%s %s. %s".formatted(Amounts.count(failure.getValue()), failure.getKey().label(),
					failure.getKey().advice()));
		}
		outcome.examples().forEach((example) -> lines.add("  " + example));
		return lines;
	}

}
