package dev.clickpath.cli.bench.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.Table;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured.
 *
 * @param apart whether balancers had one core, and upstreams and load tool another
 * @param balancers how they did, the gateway first
 * @param firstSeconds null when not measured
 */
record Results(boolean apart, List<Standing> balancers, @Nullable FirstSeconds firstSeconds) {

	/**
	 * The results as a person reads them.
	 */
	List<String> lines() {
		Table table = new Table(false, true, true, true, true, true, true);
		table.row("BALANCER", "REQ/S", "P50 MS", "P99 MS", "CPU µS", "P99 AT HALF", "GATEWAY");
		for (Standing each : this.balancers) {
			table.row(each.balancer(), String.format(Locale.UK, "%,.0f", each.requestsPerSecond()),
					String.format(Locale.UK, "%.2f", each.p50Millis()),
					String.format(Locale.UK, "%.2f", each.p99Millis()),
					String.format(Locale.UK, "%.0f", each.cpuMicros()),
					(each.halfP99Millis() != null) ? String.format(Locale.UK, "%.2f", each.halfP99Millis()) : "",
					(each.gateway() != null) ? String.format(Locale.UK, "%.2f x", each.gateway()) : "");
		}
		List<String> lines = new ArrayList<>(table.lines());
		lines.add("");
		lines.add(this.apart ? "Balancers were bound to one core, upstreams and load tool to another (taskset)."
				: "Balancers, upstreams and load tool shared all cores, so requests/s depend on all of them.");
		if (this.firstSeconds != null) {
			lines.add(this.firstSeconds.line());
		}
		return lines;
	}

}
