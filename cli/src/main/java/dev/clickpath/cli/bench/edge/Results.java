package dev.clickpath.cli.bench.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.Table;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured.
 *
 * @param apart whether servers and load tool had a core each while hits were measured
 * @param hits how the contestants did, TLS included
 * @param misses null when not measured
 * @param collapse null when not measured
 * @param capacity null when not measured
 */
record Results(boolean apart, List<Standing> hits, @Nullable Misses misses, @Nullable Collapse collapse,
		@Nullable Capacity capacity) {

	/** Above it, what is measured may be the load tool. */
	private static final double SATURATED = 0.97;

	/** Below it, a core had time left, or another user. */
	private static final double UNDISTURBED = 0.9;

	private static final double MOST_EXTRA_MILLIS = 1;

	private static final double MOST_FULL_PAUSE_MILLIS = 50;

	/**
	 * The results as a person reads them.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		if (!this.hits.isEmpty()) {
			lines.addAll(table());
			lines.add("");
			lines.add(this.apart ? "Servers were bound to one core and the load tool to another (taskset)."
					: "Servers and load tool shared all cores, so requests/s depend on both.");
			lines.addAll(saturated());
			lines.addAll(disturbed());
		}
		if (this.misses != null) {
			lines.addAll(lines(this.misses));
		}
		if (this.collapse != null) {
			lines.add(line(this.collapse));
		}
		if (this.capacity != null) {
			lines.addAll(lines(this.capacity));
		}
		return lines;
	}

	private List<String> table() {
		Table table = new Table(false, false, true, true, true, true, true, true, true, true);
		table.row("CASE", "SERVER", "BYTES", "REQ/S", "P50 MS", "P99 MS", "CPU µS", "BUSY", "EDGE REQ/S", "EDGE CPU");
		String last = "";
		for (Standing each : this.hits) {
			Standing.Ratio ratio = each.edge();
			table.row(each.test().equals(last) ? "" : each.test(), each.server(),
					String.format(Locale.UK, "%,d", each.bytes()),
					String.format(Locale.UK, "%,.0f", each.requestsPerSecond()),
					String.format(Locale.UK, "%.2f", each.p50Millis()),
					String.format(Locale.UK, "%.2f", each.p99Millis()),
					String.format(Locale.UK, "%.1f", each.cpuMicros()),
					String.format(Locale.UK, "%.0f%%", each.busy() * 100),
					(ratio != null) ? String.format(Locale.UK, "%.2f x", ratio.requests()) : "",
					(ratio != null) ? String.format(Locale.UK, "%.2f x", ratio.cpu()) : "");
			last = each.test();
		}
		return table.lines();
	}

	private List<String> saturated() {
		return this.hits.stream()
			.filter((each) -> each.clientBusy() > SATURATED && each.busy() < SATURATED)
			.map((each) -> "The load tool was at its limit before %s was (%s): it can do more requests/s than that."
				.formatted(each.server(), each.test()))
			.toList();
	}

	/**
	 * Where each has a core, one of the two is the limit, unless someone else is there.
	 */
	private List<String> disturbed() {
		long disturbed = this.hits.stream()
			.filter((each) -> this.apart && each.busy() < UNDISTURBED && each.clientBusy() < UNDISTURBED)
			.count();
		return (disturbed == 0) ? List.of() : List
			.of("Something else was at work on these cores in %d of %d lines, those that were less busy: only CPU counts there."
				.formatted(disturbed, this.hits.size()));
	}

	private static List<String> lines(Misses misses) {
		return List.of(
				String.format(Locale.UK,
						"Misses, %,d one after another: p50 %.3f ms through the edge, %.3f ms straight to the origin;",
						misses.requests(), misses.edge().p50(), misses.origin().p50()),
				String.format(Locale.UK,
						"  p99 %.3f ms and %.3f ms. The edge adds %.3f ms (p50) and %.3f ms (p99); aim: %.0f ms at most.",
						misses.edge().p99(), misses.origin().p99(), misses.extraP50(), misses.extraP99(),
						MOST_EXTRA_MILLIS));
	}

	private static String line(Collapse collapse) {
		return String.format(Locale.UK,
				"Collapse, %,d clients at once: %d requests to the origin (aim: 1), %d wrong answers, slowest %.0f ms.",
				collapse.clients(), collapse.originRequests(), collapse.wrong(), collapse.slowestMillis());
	}

	private static List<String> lines(Capacity capacity) {
		GcLog pauses = capacity.pauses();
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.UK,
				"Capacity, %,d objects of 200 bytes at %,.0f a second: about %,d are kept, "
						+ "resident %.0f MiB (aim: %.0f).",
				capacity.objects(), capacity.requestsPerSecond(), capacity.kept(), capacity.residentMebibytes(),
				capacity.allowedMebibytes()));
		if (capacity.answered() < capacity.objects()) {
			lines.add(String.format(Locale.UK, "  The edge's process ended by itself after %,d of them!",
					capacity.answered()));
		}
		lines.add(String.format(Locale.UK,
				"  %,d GC pauses of %.0f ms together, longest %.1f ms; %d of full "
						+ "collections, longest %.1f ms (aim: %.0f).",
				pauses.pauses(), pauses.totalMillis(), pauses.longestMillis(), pauses.fullPauses(),
				pauses.longestFullMillis(), MOST_FULL_PAUSE_MILLIS));
		return lines;
	}

}
