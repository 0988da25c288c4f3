package dev.clickpath.cli.bench.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.Table;

/**
 * Everything that was measured.
 *
 * @param cores how many cores servers and clients shared
 * @param servers ours first
 */
record Results(int cores, List<Standing> servers) {

	private static final int AIM = 20_000;

	/**
	 * The results as a person reads them.
	 */
	List<String> lines() {
		Table table = new Table(false, true, true, true, true, true, true);
		table.row("SERVER", "ANSWERS/S", "P50 MS", "P99 MS", "CPU µS", "LOST", "OURS");
		for (Standing each : this.servers) {
			table.row(each.server(), String.format(Locale.UK, "%,.0f", each.answersPerSecond()),
					String.format(Locale.UK, "%.2f", each.p50Millis()),
					String.format(Locale.UK, "%.2f", each.p99Millis()),
					String.format(Locale.UK, "%.1f", each.cpuMicros()), each.lost(),
					(each.ours() != null) ? String.format(Locale.UK, "%.2f x", each.ours()) : "");
		}
		List<String> lines = new ArrayList<>(table.lines());
		lines.add("");
		lines.add(String.format(Locale.UK, "Server and clients shared %d cores; the aim is %,d answers/s on two.",
				this.cores, AIM));
		return lines;
	}

}
