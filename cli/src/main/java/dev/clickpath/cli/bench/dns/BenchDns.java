package dev.clickpath.cli.bench.dns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.StandaloneNameServer;
import dev.clickpath.cli.bench.LoadOptions;
import dev.clickpath.cli.bench.Measurement;
import dev.clickpath.cli.bench.Meter;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.process.Executables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Measures the name server beside another one.
 */
@Command(name = "dns", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Measures the name server alone, beside NSD where that is installed, by UDP and with the same",
		"questions; every answer is looked into. Nothing else has to run. Each figure is the median of the rounds." })
public final class BenchDns implements Runnable {

	private static final String OURS = "dns";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration A_MOMENT = Duration.ofMillis(100);

	/** What is compiled beforehand is at its best at once. */
	private static final int WARM_UP_OF_PEERS = 3;

	@Mixin
	private final LoadOptions load = new LoadOptions(10);

	@Mixin
	private final Output output = new Output();

	/**
	 * A server that runs.
	 */
	private record Contestant(String name, int port, ProcessHandle process) {

		Meter meter() {
			return Meter.of(this.name, List.of(this.process.pid()));
		}

	}

	@Override
	public void run() {
		this.load.check();
		Optional<Path> nsd = Executables.find(Nsd.PROGRAM);
		if (nsd.isEmpty()) {
			Output.tell("NSD is not installed and was left out; install it with \"apt-get install nsd\".");
		}
		try (Workbench workbench = new Workbench()) {
			List<Contestant> contestants = new ArrayList<>();
			contestants.add(ours(workbench));
			nsd.ifPresent((program) -> contestants.add(peer(workbench, new Nsd(program))));
			Results results = new Results(Runtime.getRuntime().availableProcessors(), measure(contestants));
			this.output.print(results, results.lines());
		}
	}

	private static Contestant ours(Workbench workbench) {
		StandaloneNameServer server = workbench
			.put(StandaloneNameServer.start(Place.current(), workbench.folder(OURS).resolve("dns.log")));
		return new Contestant(OURS, server.port(), server.process());
	}

	private static Contestant peer(Workbench workbench, Nsd nsd) {
		Path folder = workbench.folder(Nsd.PROGRAM);
		int port = FreePorts.any();
		Companion companion = workbench.put(
				Companion.start(Nsd.NAME, nsd.configure(folder, port), Map.of(), folder, folder.resolve("output.log")));
		companion.await(() -> Asker.ask(port, 1, A_MOMENT).requests() > 0, PATIENCE);
		return new Contestant(Nsd.NAME, port, companion.handle());
	}

	private List<Standing> measure(List<Contestant> contestants) {
		for (Contestant contestant : contestants) {
			int seconds = contestant.name().equals(OURS) ? this.load.warmUp()
					: Math.min(this.load.warmUp(), WARM_UP_OF_PEERS);
			if (seconds > 0) {
				ask(contestant, seconds);
			}
		}
		Map<String, List<Measurement>> taken = new LinkedHashMap<>();
		for (int round = 1; round <= this.load.rounds(); round++) {
			Output.tell("Round %d of %d".formatted(round, this.load.rounds()));
			contestants.forEach((contestant) -> taken.computeIfAbsent(contestant.name(), (first) -> new ArrayList<>())
				.add(ask(contestant, this.load.duration())));
		}
		List<Standing> standings = new ArrayList<>();
		taken.forEach((name, rounds) -> standings.add(Standing.of(name, rounds)));
		return standings.stream().map((standing) -> standing.beside(standings.getFirst())).toList();
	}

	/** Wrong answers are never a figure. */
	private Measurement ask(Contestant contestant, int seconds) {
		Measurement measurement = Measurement.take(
				() -> Asker.ask(contestant.port(), this.load.connections(), Duration.ofSeconds(seconds)),
				contestant.meter());
		if (measurement.load().wrong() > 0 || measurement.load().requests() == 0) {
			throw new Problem("%s gave %d wrong answers and %d right ones while it was measured."
				.formatted(contestant.name(), measurement.load().wrong(), measurement.load().requests()));
		}
		return measurement;
	}

}
