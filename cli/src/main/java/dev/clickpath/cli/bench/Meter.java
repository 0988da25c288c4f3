package dev.clickpath.cli.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.process.CpuTime;
import dev.clickpath.cli.supervision.RunFile;

/**
 * Reads the CPU time of the processes behind a page.
 *
 * @param processes them, by what people call them
 */
public record Meter(SequencedMap<String, List<ProcessHandle>> processes) {

	private static final Map<String, String> NAMES = Map.of("cdn-edge", "edge", "postgres", "PostgreSQL");

	/**
	 * For a site whose processes are not known.
	 */
	static Meter none() {
		return new Meter(new LinkedHashMap<>());
	}

	/**
	 * For the shop that is up here, from the outside in. Nobody asks the name server for
	 * every page.
	 */
	public static Meter of(List<RunFile.Entry> entries) {
		SequencedMap<String, List<ProcessHandle>> processes = new LinkedHashMap<>();
		for (RunFile.Entry entry : entries.reversed()) {
			if (entry.name().equals(House.NAME_SERVER)) {
				continue;
			}
			ProcessHandle process = entry.handle()
				.orElseThrow(() -> new Problem("%s is not running; see ./clickpath status and wait until all are up."
					.formatted(entry.name())));
			processes.merge(column(entry.name()), List.of(process), Meter::join);
		}
		return new Meter(processes);
	}

	/**
	 * For processes with these numbers.
	 */
	public static Meter of(String name, List<Long> pids) {
		return new Meter(new LinkedHashMap<>(Map.of(name, pids.stream().map(Meter::process).toList())));
	}

	/**
	 * CPU time so far, by name.
	 */
	public SequencedMap<String, Duration> read() {
		SequencedMap<String, Duration> times = new LinkedHashMap<>();
		this.processes.forEach((name, members) -> times.put(name,
				members.stream()
					.map((process) -> alive(name, process))
					.map(CpuTime::ofFamily)
					.reduce(Duration.ZERO, Duration::plus)));
		return times;
	}

	static String column(String process) {
		return process.startsWith("storefront-") ? "storefronts"
				: NAMES.getOrDefault(process, process.replace("-service", ""));
	}

	private static List<ProcessHandle> join(List<ProcessHandle> some, List<ProcessHandle> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	private static ProcessHandle alive(String name, ProcessHandle process) {
		if (!process.isAlive()) {
			throw new Problem(
					"A process of %s (%d) ended while it was measured; run it again.".formatted(name, process.pid()));
		}
		return process;
	}

	private static ProcessHandle process(long pid) {
		return ProcessHandle.of(pid)
			.orElseThrow(() -> new Problem(
					"There is no process %d; give the number of a running one with --peer-pid.".formatted(pid)));
	}

}
