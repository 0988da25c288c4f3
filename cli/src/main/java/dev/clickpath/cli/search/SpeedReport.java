package dev.clickpath.cli.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.Table;

/**
 * How fast a catalogue is searched.
 *
 * @param alone searches, one at a time
 * @param together the same over several connections
 * @param cpu the CPU time of the service for each of these, in milliseconds
 * @param suggestions one at a time
 * @param visible the milliseconds until a changed price was found
 * @param resident the memory of the catalogue's process after all that, in KiB
 * @param postgres the first page of the same searches by PostgreSQL, without facets, one
 * at a time
 */
record SpeedReport(int products, IndexBuild build, Timings alone, Timings together, double cpu, Timings suggestions,
		List<Double> visible, long resident, Timings postgres) {

	List<String> lines() {
		Table table = new Table(false, true, true);
		table.row("%,d products".formatted(this.products), "p50", "p99");
		table.row("search with facets, in the service", millis(this.alone.indexP50()), millis(this.alone.indexP99()));
		table.row("search with facets, at the client", millis(this.alone.p50()), millis(this.alone.p99()));
		table.row("PostgreSQL, the first page alone", millis(this.postgres.p50()), millis(this.postgres.p99()));
		table.row("suggestions, in the service", millis(this.suggestions.indexP50()),
				millis(this.suggestions.indexP99()));
		table.row("suggestions, at the client", millis(this.suggestions.p50()), millis(this.suggestions.p99()));
		table.row("a changed price is found after", millis(median(this.visible)),
				millis(Collections.max(this.visible)));
		List<String> lines = new ArrayList<>(table.lines());
		Table rates = new Table(false, true);
		rates.row("searches a second, client and service on all cores", "%,.0f".formatted(this.together.perSecond()));
		rates.row("CPU of the service for each of these", millis(this.cpu));
		rates.row("of these known already", "%.0f %%".formatted(100 * this.together.known()));
		rates.row("PostgreSQL, one at a time, a second", "%,.0f".formatted(this.postgres.perSecond()));
		rates.row("products indexed a second", "%,.0f".formatted(this.build.perSecond()));
		rates.row("memory of the service", "%,d MiB".formatted(this.resident / 1024));
		lines.add("");
		lines.addAll(rates.lines());
		return lines;
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

	private static String millis(double millis) {
		return String.format(Locale.ROOT, "%.2f ms", millis);
	}

}
