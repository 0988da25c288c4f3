package dev.clickpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.clickpath.cli.Table;
import org.jspecify.annotations.Nullable;

/**
 * The figures as a person reads them.
 */
final class Report {

	private static final String UNKNOWN = "-";

	private final List<Figures> figures;

	private final List<String> processes;

	Report(List<Figures> figures) {
		this.figures = figures;
		this.processes = processes(figures);
	}

	List<String> lines() {
		Table table = new Table(columns());
		table.row(header().toArray());
		this.figures.forEach((each) -> table.row(row(each).toArray()));
		return table.lines();
	}

	private Boolean[] columns() {
		return header().stream().map((title) -> !title.equals("PAGE")).toArray(Boolean[]::new);
	}

	private List<String> header() {
		return Stream
			.of(Stream.of("PAGE", "REQ/S", "P50 MS", "P99 MS", "BYTES", "GZIP", "ERRORS", "CPU MS"),
					this.processes.stream(), Stream.of("(client)"))
			.flatMap((titles) -> titles)
			.toList();
	}

	private List<String> row(Figures figures) {
		List<String> cells = new ArrayList<>(List.of(figures.page(), number("%,.0f", figures.requestsPerSecond()),
				number("%.1f", figures.p50Millis()), number("%.1f", figures.p99Millis()),
				number("%,d", figures.bytes().plain()), number("%,d", figures.bytes().gzip()),
				number("%,d", figures.errors())));
		Figures.Cpu cpu = figures.cpuMillis();
		cells.add((cpu != null) ? millis(cpu.total()) : UNKNOWN);
		this.processes.forEach((process) -> cells.add(millis((cpu != null) ? cpu.byProcess().get(process) : null)));
		cells.add(millis(figures.clientCpuMillis()));
		return cells;
	}

	/** A page behind a single process has its total already. */
	private static List<String> processes(List<Figures> figures) {
		Set<String> names = new LinkedHashSet<>();
		for (Figures each : figures) {
			Figures.Cpu cpu = each.cpuMillis();
			if (cpu != null && cpu.byProcess().size() > 1) {
				names.addAll(cpu.byProcess().keySet());
			}
		}
		return List.copyOf(names);
	}

	private static String millis(@Nullable Double millis) {
		return (millis != null) ? number("%.3f", millis) : UNKNOWN;
	}

	private static String number(String format, Object value) {
		return String.format(Locale.UK, format, value);
	}

}
