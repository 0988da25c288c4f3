package dev.clickpath.cli.click.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.bench.Median;
import dev.clickpath.cli.click.timeline.Visit;
import org.jspecify.annotations.Nullable;

/**
 * Clicks of one kind, taken again and again.
 *
 * @param kind what they have in common, in a few words
 * @param visits the clicks
 */
public record Series(String kind, List<Visit> visits) {

	private List<Figures> figures() {
		return this.visits.stream().map(Figures::of).toList();
	}

	/** The one that took as long as half of them did. */
	public Visit usual() {
		List<Visit> sorted = this.visits.stream().sorted(Comparator.comparingLong(Visit::end)).toList();
		return sorted.get((sorted.size() - 1) / 2);
	}

	/**
	 * The medians, by the names of the phases; what no click had is left out.
	 */
	Map<String, Double> medians() {
		Map<String, ToDoubleFunction<Figures>> phases = new LinkedHashMap<>();
		phases.put("name", Figures::name);
		phases.put("connection", Figures::connection);
		phases.put("tls", Figures::tls);
		phases.put("hints", Figures::hints);
		phases.put("head", Figures::head);
		phases.put("body", Figures::body);
		phases.put("unpacking", Figures::unpacking);
		phases.put("parsing", Figures::parsing);
		phases.put("page", Figures::page);
		phases.put("all", Figures::all);
		Map<String, Double> medians = new LinkedHashMap<>();
		List<Figures> figures = figures();
		phases.forEach((name, phase) -> medians.put(name, Median.of(figures.stream().mapToDouble(phase).toArray())));
		putCached(medians, "hit", Figures::hits);
		putCached(medians, "miss", Figures::misses);
		return medians;
	}

	private void putCached(Map<String, Double> medians, String name, Function<Figures, List<Double>> times) {
		double[] all = cached(times).stream().mapToDouble(Double::doubleValue).toArray();
		if (all.length > 0) {
			medians.put(name, Median.of(all));
		}
	}

	private List<Double> cached(Function<Figures, List<Double>> times) {
		return figures().stream().map(times).flatMap(List::stream).toList();
	}

	int hits() {
		return cached(Figures::hits).size();
	}

	int misses() {
		return cached(Figures::misses).size();
	}

	int resumed() {
		return (int) figures().stream().filter(Figures::resumed).count();
	}

	/**
	 * All series side by side.
	 */
	public static List<String> table(List<Series> all) {
		Table table = new Table(false, true, true, true, true, true, true, true, true, true, true, true, true, true,
				true, true);
		table.row("CLICK", "TIMES", "NAME", "CONNECTION", "TLS", "RESUMED", "103", "FIRST BYTE", "BODY", "UNPACKING",
				"PARSING", "PAGE", "ALL", "EDGE HIT", "EDGE MISS");
		for (Series series : all) {
			Map<String, Double> medians = series.medians();
			List<Object> row = new ArrayList<>(List.of(series.kind(), series.visits().size()));
			row.addAll(cells(medians, "name", "connection", "tls"));
			row.add(series.resumed());
			row.addAll(cells(medians, "hints", "head", "body", "unpacking", "parsing", "page", "all"));
			row.add(cached(medians.get("hit"), series.hits()));
			row.add(cached(medians.get("miss"), series.misses()));
			table.row(row.toArray());
		}
		List<String> lines = new ArrayList<>(table.lines());
		lines.add("Medians in milliseconds; FIRST BYTE is counted from the request, PAGE and ALL from the beginning. "
				+ "EDGE: from the request to the last byte of one thing, and how many there were.");
		return lines;
	}

	private static List<String> cells(Map<String, Double> medians, String... names) {
		return List.of(names).stream().map((name) -> cell(medians.getOrDefault(name, 0.0))).toList();
	}

	private static String cell(double median) {
		return (median > 0) ? Amounts.of(median) : "-";
	}

	private static String cached(@Nullable Double median, int count) {
		return (median != null) ? "%s (%d)".formatted(Amounts.of(median), count) : "-";
	}

}
