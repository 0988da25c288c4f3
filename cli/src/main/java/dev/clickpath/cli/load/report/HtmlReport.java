package dev.clickpath.cli.load.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import dev.clickpath.cli.load.accounting.EdgeFigures;
import dev.clickpath.cli.load.accounting.Interval;
import dev.clickpath.cli.load.accounting.Outcome;
import dev.clickpath.cli.load.accounting.PageKind;
import dev.clickpath.cli.load.accounting.Summary;
import org.jsoup.nodes.Entities;

/**
 * What was measured, as one file for a browser: without scripts, and without anything
 * that would have to be fetched.
 */
public final class HtmlReport {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK)
		.withZone(ZoneOffset.UTC);

	private final Measured measured;

	private final Outcome outcome;

	private HtmlReport(Measured measured) {
		this.measured = measured;
		this.outcome = measured.outcome();
	}

	public static String of(Measured measured) {
		return new HtmlReport(measured).html();
	}

	private String html() {
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="robots" content="noindex">
				<title>%1$s – Clickpath load</title>
				<style>
				%2$s</style>
				</head>
				<body>
				<header><p class="brand">%3$s</p></header>
				<main>
				<h1>%1$s</h1>
				<p class="lead">%4$s</p>
				%5$s
				%6$s
				%7$s
				%8$s
				%9$s
				%10$s
				</main>
				<footer><p>%11$s</p></footer>
				</body>
				</html>
				""".formatted(heading(), resource("report.css"), resource("brand.html").strip(), lead(), tiles(),
				failures(), charts(), table(), edge(), shares(), how());
	}

	private String heading() {
		long failed = this.outcome.failed();
		return (failed == 0) ? "Every answer was right"
				: (failed == 1) ? "One answer was wrong" : Amounts.count(failed) + " answers were wrong";
	}

	private String lead() {
		return "%s shoppers were about the shop at a time on average, %s came each second, for %s s: %s visits, %s pages, %s requests."
			.formatted(Amounts.of(this.measured.users()), Amounts.of(this.measured.rate()),
					this.measured.planned().toSeconds(), Amounts.count(this.outcome.visits()),
					Amounts.count(this.outcome.pages()), Amounts.count(this.outcome.requests()));
	}

	private String tiles() {
		return "<dl class=\"tiles\">%s%s%s%s%s</dl>".formatted(
				tile("Pages each second", Amounts.of(this.outcome.pagesPerSecond())),
				tile("Product page, half within", at(PageKind.PRODUCT, Summary::p50)),
				tile("99 of 100 within", at(PageKind.PRODUCT, Summary::p99)),
				tile("Orders confirmed", Amounts.count(this.outcome.bought())),
				tile("Edge, hits", Amounts.percent(this.outcome.edge().hitRatio())));
	}

	private static String tile(String name, String value) {
		return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, Entities.escape(value));
	}

	private String at(PageKind kind, ToDoubleFunction<Summary> percentile) {
		Summary summary = this.outcome.latencies().get(kind);
		return (summary != null) ? Amounts.millis(percentile.applyAsDouble(summary)) : "–";
	}

	private String failures() {
		if (this.outcome.failures().isEmpty()) {
			return "";
		}
		String kinds = this.outcome.failures()
			.entrySet()
			.stream()
			.map((entry) -> "<dt>%s: %s</dt><dd>%s</dd>".formatted(Amounts.count(entry.getValue()),
					Entities.escape(entry.getKey().label()), Entities.escape(entry.getKey().advice())))
			.collect(Collectors.joining());
		String examples = this.outcome.examples()
			.stream()
			.map((example) -> "<li>" + Entities.escape(example) + "</li>")
			.collect(Collectors.joining());
		return "<section class=\"wrong\"><h2>What went wrong</h2><dl>%s</dl><details><summary>Examples</summary><ul>%s</ul></details></section>"
			.formatted(kinds, examples);
	}

	private String charts() {
		double seconds = Math.max(Math.min(this.outcome.seconds(), this.measured.planned().toMillis() / 1e3),
				this.outcome.width());
		List<Chart.Line> throughput = new ArrayList<>();
		throughput.add(new Chart.Line("all", "requests each second",
				points((interval) -> interval.requests() / this.outcome.width())));
		if (this.outcome.failed() > 0) {
			throughput.add(new Chart.Line("p99", "failures each second",
					points((interval) -> interval.failures() / this.outcome.width())));
		}
		Chart all = new Chart("All requests", "", false, seconds, throughput);
		List<Chart> kinds = this.outcome.latencies().keySet().stream().map((kind) -> chart(kind, seconds)).toList();
		return """
				<section><h2>Throughput</h2>%s%s</section>
				<section><h2>How long people waited</h2>
				<p>Half of the pages were there within the lowest line, 95 and 99 of 100 within the others. Each step up is ten times as long.</p>
				%s<div class="charts">%s</div></section>
				"""
			.formatted(all.legend(), all.html(), kinds.isEmpty() ? "" : kinds.getFirst().legend(),
					kinds.stream().map(Chart::html).collect(Collectors.joining()));
	}

	private Chart chart(PageKind kind, double seconds) {
		return new Chart(sentence(kind), " ms", true, seconds,
				List.of(new Chart.Line("p99", "99 %", points(kind, Summary::p99)),
						new Chart.Line("p95", "95 %", points(kind, Summary::p95)),
						new Chart.Line("p50", "50 %", points(kind, Summary::p50))));
	}

	/** When nobody comes any more, there is nothing to draw. */
	private List<Interval> intervals() {
		double planned = this.measured.planned().toMillis() / 1e3;
		return this.outcome.intervals().stream().filter((interval) -> interval.second() < planned).toList();
	}

	private List<Chart.Point> points(ToDoubleFunction<Interval> value) {
		return intervals().stream()
			.map((interval) -> new Chart.Point(interval.second() + this.outcome.width() / 2,
					value.applyAsDouble(interval)))
			.toList();
	}

	private List<Chart.Point> points(PageKind kind, ToDoubleFunction<Summary> percentile) {
		List<Chart.Point> points = new ArrayList<>();
		for (Interval interval : intervals()) {
			Summary summary = interval.latencies().get(kind);
			if (summary != null) {
				points.add(new Chart.Point(interval.second() + this.outcome.width() / 2,
						percentile.applyAsDouble(summary)));
			}
		}
		return points;
	}

	private static String sentence(PageKind kind) {
		return kind.label().substring(0, 1).toUpperCase(Locale.ROOT) + kind.label().substring(1);
	}

	private String table() {
		String rows = this.outcome.latencies()
			.entrySet()
			.stream()
			.map((entry) -> row(sentence(entry.getKey()), entry.getValue()))
			.collect(Collectors.joining("\n"));
		return """
				<section><h2>In figures</h2>
				<div class="wide" tabindex="0" role="region" aria-label="Times by kind of page"><table>
				<thead><tr><th scope="col">What</th><th scope="col">Count</th><th scope="col">50 %%</th><th scope="col">95 %%</th><th scope="col">99 %%</th><th scope="col">Slowest</th></tr></thead>
				<tbody>%s</tbody></table></div>
				<p>The time is counted from when a page should have been asked for, not from when it was: whoever waits for their turn waits. 				99 of 100 pages were asked for within %s of that moment.%s</p></section>
				"""
			.formatted(rows, Amounts.millis(this.outcome.waited().p99()), outside());
	}

	private String outside() {
		return (this.outcome.outside() == 0) ? ""
				: " %s more came and found no room until it was over, since %s were about already; what they waited is in none of these times."
					.formatted(Amounts.count(this.outcome.outside()), Amounts.count(this.outcome.mostAbout()));
	}

	private static String row(String name, Summary summary) {
		return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>".formatted(
				name, Amounts.count(summary.count()), Amounts.millis(summary.p50()), Amounts.millis(summary.p95()),
				Amounts.millis(summary.p99()), Amounts.millis(summary.max()));
	}

	private String edge() {
		EdgeFigures edge = this.outcome.edge();
		return """
				<section><h2>The edge</h2><dl class="facts">
				%s</dl></section>
				""".formatted(String.join("\n",
				fact("Hits",
						"%s of %s answers".formatted(Amounts.count(edge.hits()),
								Amounts.count(edge.hits() + edge.misses() + edge.silent()))),
				fact("Spared the origin", Amounts.bytes(edge.hitBytes())),
				fact("Sent by the origin", Amounts.bytes(edge.missBytes())),
				fact("A browser's own copy was good still", Amounts.count(edge.unchanged()) + " times"),
				fact("A browser's own copy was fresh, nobody was asked", Amounts.count(edge.kept()) + " times")));
	}

	private static String fact(String name, String value) {
		return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(Entities.escape(name), Entities.escape(value));
	}

	private String shares() {
		return "<section><h2>Who made the pages</h2>%s</section><section><h2>What became of orders</h2>%s</section>"
			.formatted(bars(this.outcome.instances()), bars(this.outcome.orders()));
	}

	private static String bars(Map<String, Long> counts) {
		double most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		return counts.isEmpty() ? "<p>None.</p>" : counts.entrySet()
			.stream()
			.map((entry) -> "<div><dt>%s</dt><dd><span class=\"bar\" style=\"inline-size:%s%%\"></span>%s</dd></div>"
				.formatted(Entities.escape(entry.getKey()), Chart.plain(entry.getValue() / most * 70),
						Amounts.count(entry.getValue())))
			.collect(Collectors.joining("", "<dl class=\"facts bars\">", "</dl>"));
	}

	private String how() {
		return Entities.escape(
				"Measured %s at %s and %s, shoppers think for %s s before a page on average. With --seed %s they make the same choices again."
					.formatted(MOMENT.format(this.measured.began()), this.measured.gateway(), this.measured.edge(),
							Amounts.of(this.measured.think().toMillis() / 1e3), this.measured.seed()));
	}

	private static String resource(String name) {
		try (InputStream content = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The report's own files cannot be read", ex);
		}
	}

}
