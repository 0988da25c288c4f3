package dev.clickpath.cli.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

import dev.clickpath.cli.process.CpuTime;

/**
 * One stretch of load on one page.
 *
 * @param load what the load tool saw
 * @param cpuMillis CPU for each page, in milliseconds, by process
 * @param clientMillis the same of the load tool
 */
public record Measurement(Load load, SequencedMap<String, Double> cpuMillis, double clientMillis) {

	private static final double NANOS_A_MILLI = 1e6;

	/**
	 * Puts the page under load between two readings of the meter.
	 */
	static Measurement take(Wrk wrk, Page page, Meter meter, Duration duration) {
		return take(() -> wrk.run(page, duration), meter);
	}

	/**
	 * Runs a load tool between two readings of the meter.
	 */
	public static Measurement take(Supplier<Load> tool, Meter meter) {
		Duration client = CpuTime.ofEndedChildren();
		SequencedMap<String, Duration> before = meter.read();
		Load load = tool.get();
		SequencedMap<String, Duration> after = meter.read();
		Duration clientUsed = CpuTime.ofEndedChildren().minus(client);
		return new Measurement(load, perPage(before, after, load.requests()), millis(clientUsed, load.requests()));
	}

	static SequencedMap<String, Double> perPage(SequencedMap<String, Duration> before,
			SequencedMap<String, Duration> after, long pages) {
		SequencedMap<String, Double> used = new LinkedHashMap<>();
		before.forEach((name, start) -> used.put(name, millis(after.getOrDefault(name, start).minus(start), pages)));
		return used;
	}

	private static double millis(Duration time, long pages) {
		return time.toNanos() / NANOS_A_MILLI / pages;
	}

}
