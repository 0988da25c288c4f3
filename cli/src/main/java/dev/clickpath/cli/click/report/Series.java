package dev.clickpath.cli.click.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
	 * The medians, by the names of the phases, of those clicks that had them; what no
	 * click had is left out.
	 */
	Map<String, Double> medians() {
		Map<String, Double> medians = new LinkedHashMap<>();
		times().forEach((name, times) -> {
			if (times.length > 0) {
				medians.put(name, Median.of(times));
			}
		});
		return medians;
	}

	private Map<String, double[]> times() {
		Map<String, double[]> times = new LinkedHashMap<>();
		times.put("name", some(Figures::name));
		times.put("connection", some(Figures::connection));
		times.put("tls", some(Figures::tls));
		times.put("hints", some(Figures::hints));
		times.put("head", each(Figures::head));
		times.put("body", each(Figures::body));
		times.put("unpacking", some(Figures::unpacking));
		times.put("parsing", each(Figures::parsing));
		times.put("page", each(Figures::page));
		times.put("all", each(Figures::all));
		times.put("hit", cached(Figures::hits).stream().mapToDouble(Double::doubleValue).toArray());
		times.put("miss", cached(Figures::misses).stream().mapToDouble(Double::doubleValue).toArray());
		return times;
	}

	private double[] each(ToDoubleFunction<Figures> phase) {
		return figures().stream().mapToDouble(phase).toArray();
	}

	/** Of those clicks that had it. */
	private double[] some(Function<Figures, OptionalDouble> phase) {
		return figures().stream().map(phase).flatMapToDouble(OptionalDouble::stream).toArray();
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
		lines.add(
				"Medians in milliseconds, of the clicks that had it; FIRST BYTE is counted from the request, PAGE and ALL from the beginning. "
						+ "EDGE: from the request to the last byte of one thing, and how many there were.");
		return lines;
	}

	private static List<Object> cells(Map<String, Double> medians, String... names) {
		return Stream.of(names).<Object>map((name) -> cell(medians.get(name))).toList();
	}

	private static String cell(@Nullable Double median) {
		return (median != null) ? Amounts.of(median) : "-";
	}

	private static String cached(@Nullable Double median, int count) {
		return (median != null) ? "%s (%d)".formatted(Amounts.of(median), count) : "-";
	}

}
