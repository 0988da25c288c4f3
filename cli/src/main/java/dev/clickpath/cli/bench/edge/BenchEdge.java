package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.application.StandaloneEdge;
import dev.clickpath.cli.bench.H2load;
import dev.clickpath.cli.bench.LoadOptions;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.bench.Wrk;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.process.Cores;
import dev.clickpath.cli.process.Executables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the edge beside other caches.
 */
@Command(name = "edge", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Measures the edge alone, beside the other caches that are installed here (nginx, Varnish, HAProxy),",
				"all before the same small origin. Nothing else has to run. Each figure is the median of the rounds." })
public final class BenchEdge implements Runnable {

	private static final int MOST_OBJECTS = 10_000_000;

	private static final int MISSES = 3_000;

	private static final int CLIENTS = 1_000;

	/** What is asked for one after another warms up within it. */
	private static final int LONGEST_WARM_UP_OF_MISSES = 20;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--only", paramLabel = "PART", split = ",", converter = Part.Converter.class,
			description = "What to measure: hits, tls, misses, collapse, capacity (default: all).")
	private Set<Part> only = Set.of(Part.values());

	@Mixin
	private final LoadOptions load = new LoadOptions(10);

	@Option(names = "--objects", paramLabel = "N", defaultValue = "1000000",
			description = "How many objects go through the edge for capacity (default: ${DEFAULT-VALUE}).")
	private int objects;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		this.load.check();
		Bounds.check(this.spec, "--objects", this.objects, 1, MOST_OBJECTS);
		try (Workbench workbench = new Workbench()) {
			Results results = measure(workbench);
			this.output.print(results, results.lines());
		}
	}

	private Results measure(Workbench workbench) {
		AssetOrigin origin = workbench.put(new AssetOrigin(FreePorts.any()));
		Cores cores = Cores.apart();
		List<Standing> standings = new ArrayList<>();
		if (this.only.contains(Part.HITS) || this.only.contains(Part.TLS)) {
			standings.addAll(hits(workbench, origin, cores));
		}
		Misses misses = null;
		Collapse collapse = null;
		if (this.only.contains(Part.MISSES) || this.only.contains(Part.COLLAPSE)) {
			try (StandaloneEdge edge = edge(workbench, origin, "edge", List.of())) {
				misses = this.only.contains(Part.MISSES) ? misses(edge, origin) : null;
				collapse = this.only.contains(Part.COLLAPSE) ? Collapse.measure(edge.port(), origin, CLIENTS) : null;
			}
		}
		return new Results(cores.isApart(), standings, misses, collapse,
				this.only.contains(Part.CAPACITY) ? capacity(workbench, origin) : null);
	}

	private Misses misses(StandaloneEdge edge, AssetOrigin origin) {
		Output.tell("Misses");
		return Misses.measure(edge.port(), origin,
				Duration.ofSeconds(Math.min(this.load.warmUp(), LONGEST_WARM_UP_OF_MISSES)), MISSES);
	}

	private Capacity capacity(Workbench workbench, AssetOrigin origin) {
		Output.tell("Capacity: %,d objects".formatted(this.objects));
		Path log = workbench.folder("capacity").resolve("gc.log");
		try (StandaloneEdge edge = edge(workbench, origin, "capacity", List.of(GcLog.option(log)))) {
			return Capacity.measure(edge, log, origin, this.objects);
		}
	}

	private static StandaloneEdge edge(Workbench workbench, AssetOrigin origin, String name, List<String> jvm) {
		return workbench.put(StandaloneEdge.start(Place.current(), new StandaloneEdge.Setup(origin.port(),
				workbench.folder(name).resolve("edge.log"), List.of(), jvm, Map.of(), null)));
	}

	private List<Standing> hits(Workbench workbench, AssetOrigin origin, Cores cores) {
		List<Case> tests = new ArrayList<>();
		if (this.only.contains(Part.HITS)) {
			tests.addAll(Case.hits());
		}
		Optional<Path> h2load = this.only.contains(Part.TLS) ? h2load() : Optional.empty();
		Tls tls = null;
		if (h2load.isPresent()) {
			tests.addAll(Case.encrypted());
			tls = Tls.create(workbench.folder("tls"));
		}
		if (tests.isEmpty()) {
			return List.of();
		}
		List<Contestant> contestants = new Arena(workbench, origin, cores, tls, Output::tell).open(tests);
		Wrk wrk = workbench
			.put(new Wrk(Wrk.find(System.getenv().getOrDefault("PATH", "")), this.load.connections(), cores.client()));
		Contest.LoadTool plain = (contestant, test, length, time) -> wrk.run(contestant.address(test), test.coding(),
				length, time);
		Contest.LoadTool tool = h2load
			.map((program) -> new H2load(program, this.load.connections(), cores.client(), workbench.folder("h2load")))
			.map(workbench::put)
			.map((encrypting) -> tool(plain, encrypting))
			.orElse(plain);
		Output.tell("Measuring %d cases over %d connections, %d rounds of %d s after %d s of warm-up; %d min at most."
			.formatted(tests.size(), this.load.connections(), this.load.rounds(), this.load.duration(),
					this.load.warmUp(), minutes(tests, contestants)));
		return new Contest(contestants, origin, new Probe(origin, (tls != null) ? tls.trust() : null), tool,
				Output::tell)
			.hold(tests, Duration.ofSeconds(this.load.warmUp()), this.load.rounds(),
					Duration.ofSeconds(this.load.duration()));
	}

	private static Contest.LoadTool tool(Contest.LoadTool plain, H2load encrypting) {
		return (contestant, test, length, time) -> switch (test.protocol()) {
			case PLAIN -> plain.run(contestant, test, length, time);
			case TLS -> encrypting.run(contestant.address(test), test.coding(), length, time);
			case HTTP2 -> encrypting.runMultiplexed(contestant.address(test), test.coding(), length, time);
		};
	}

	private static Optional<Path> h2load() {
		Optional<Path> h2load = Executables.find("h2load");
		if (h2load.isEmpty()) {
			Output.tell(
					"The load tool h2load is missing, so TLS was left out; install it with \"apt-get install nghttp2-client\".");
		}
		return h2load;
	}

	private long minutes(List<Case> tests, List<Contestant> contestants) {
		long runs = contestants.stream()
			.mapToLong((contestant) -> tests.stream().filter(contestant.takes()).count())
			.sum();
		return Math.ceilDiv(this.load.warmUp() + runs * ((long) this.load.rounds() * this.load.duration() + 3), 60L);
	}

}
