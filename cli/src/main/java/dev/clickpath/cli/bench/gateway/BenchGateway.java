package dev.clickpath.cli.bench.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.H2load;
import dev.clickpath.cli.bench.Load;
import dev.clickpath.cli.bench.LoadOptions;
import dev.clickpath.cli.bench.Measurement;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.bench.Wrk;
import dev.clickpath.cli.process.Cores;
import dev.clickpath.cli.process.Executables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures the gateway beside other load balancers.
 */
@Command(name = "gateway", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Measures the gateway alone, beside Spring Cloud Gateway as it comes and the load balancers that",
				"are installed here (nginx, HAProxy), all before the same two upstreams, which are nginx.",
				"Nothing else has to run. Each figure is the median of the rounds." })
public final class BenchGateway implements Runnable {

	private static final String CODING = "identity";

	private static final Duration WARM_UP_OF_PEERS = Duration.ofSeconds(3);

	@Mixin
	private final LoadOptions load = new LoadOptions(10);

	@Option(names = "--no-start", description = "Leave out the first ten seconds after the start.")
	private boolean noStart;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		this.load.check();
		try (Workbench workbench = new Workbench()) {
			Results results = measure(workbench);
			this.output.print(results, results.lines());
		}
	}

	private Results measure(Workbench workbench) {
		// Whatever is missing is told before anything starts.
		Path tool = Wrk.find(System.getenv().getOrDefault("PATH", ""));
		Path nginx = Pages.find(Executables.everywhere());
		Optional<Path> h2load = Executables.find("h2load");
		if (h2load.isEmpty()) {
			Output.tell("The load tool h2load is missing, so half the load was left out; install it with "
					+ "\"apt-get install nghttp2-client\".");
		}
		Cores cores = Cores.apart();
		Pages pages = Pages.open(workbench, nginx, cores.client());
		Arena arena = new Arena(workbench, cores, pages);
		FirstSeconds firstSeconds = null;
		if (!this.noStart) {
			Output.tell("The first ten seconds, without a cache of loaded classes and with one");
			firstSeconds = FirstSeconds.measure(arena);
		}
		List<Balancer> balancers = arena.open();
		Wrk wrk = workbench.put(new Wrk(tool, this.load.connections(), cores.client()));
		H2load steady = h2load
			.map((program) -> new H2load(program, this.load.connections(), cores.client(), workbench.folder("h2load")))
			.map(workbench::put)
			.orElse(null);
		return new Results(cores.isApart(), standings(balancers, wrk, steady), firstSeconds);
	}

	private List<Standing> standings(List<Balancer> balancers, Wrk wrk, @Nullable H2load steady) {
		Output.tell("Measuring %d load balancers over %d connections, %d rounds of %d s after %d s of warm-up"
			.formatted(balancers.size(), this.load.connections(), this.load.rounds(), this.load.duration(),
					this.load.warmUp()));
		for (Balancer balancer : balancers) {
			Duration warmUp = Duration.ofSeconds(this.load.warmUp());
			if (!balancer.needsWarmUp() && warmUp.compareTo(WARM_UP_OF_PEERS) > 0) {
				warmUp = WARM_UP_OF_PEERS;
			}
			if (warmUp.toSeconds() > 0) {
				run(wrk, balancer, warmUp);
			}
		}
		Map<Balancer, List<Measurement>> full = new LinkedHashMap<>();
		Map<Balancer, List<Load>> halves = new LinkedHashMap<>();
		Duration duration = Duration.ofSeconds(this.load.duration());
		for (int round = 1; round <= this.load.rounds(); round++) {
			Output.tell("Round %d of %d".formatted(round, this.load.rounds()));
			for (Balancer balancer : balancers) {
				Measurement measurement = Measurement.take(() -> checked(balancer, run(wrk, balancer, duration)),
						balancer.meter());
				full.computeIfAbsent(balancer, (first) -> new ArrayList<>()).add(measurement);
				if (steady != null) {
					halves.computeIfAbsent(balancer, (first) -> new ArrayList<>())
						.add(checked(balancer, steady.runSteadily(balancer.address(), CODING, Pages.PAGE.length,
								duration, measurement.load().requestsPerSecond() / 2)));
				}
			}
		}
		List<Standing> standings = full.entrySet()
			.stream()
			.map((entry) -> Standing.of(entry.getKey().name(), entry.getValue(),
					halves.getOrDefault(entry.getKey(), List.of())))
			.toList();
		return Standing.compare(standings);
	}

	private static Load run(Wrk wrk, Balancer balancer, Duration duration) {
		return wrk.run(balancer.address(), CODING, Pages.PAGE.length, duration);
	}

	/** A balancer that went wrong is never a figure. */
	static Load checked(Balancer balancer, Load load) {
		if (load.errors() > 0) {
			throw new Problem(
					"%s gave %d wrong answers while it was measured.".formatted(balancer.name(), load.errors()));
		}
		return load;
	}

}
