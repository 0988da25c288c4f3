package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.time.Duration;
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
		Tools tools = Tools.find(this.only, Executables.everywhere(), Output::tell);
		try (Workbench workbench = new Workbench()) {
			Results results = measure(workbench, tools);
			this.output.print(results, results.lines());
		}
	}

	private Results measure(Workbench workbench, Tools tools) {
		AssetOrigin origin = workbench.put(new AssetOrigin(FreePorts.any()));
		Cores cores = Cores.apart();
		List<Standing> standings = tools.cases().isEmpty() ? List.of() : hits(workbench, tools, origin, cores);
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

	private List<Standing> hits(Workbench workbench, Tools tools, AssetOrigin origin, Cores cores) {
		List<Case> tests = tools.cases();
		Tls tls = tools.h2load().isPresent() ? Tls.create(workbench.folder("tls")) : null;
		List<Contestant> contestants = new Arena(workbench, origin, cores, tls).open(tools.peers());
		Output.tell("Measuring %d cases over %d connections, %d rounds of %d s after %d s of warm-up; %d min at most."
			.formatted(tests.size(), this.load.connections(), this.load.rounds(), this.load.duration(),
					this.load.warmUp(), minutes(tests, contestants)));
		return new Contest(contestants, origin, new Probe(origin, (tls != null) ? tls.trust() : null),
				tool(workbench, tools, cores), Output::tell)
			.hold(tests, Duration.ofSeconds(this.load.warmUp()), this.load.rounds(),
					Duration.ofSeconds(this.load.duration()));
	}

	private Contest.LoadTool tool(Workbench workbench, Tools tools, Cores cores) {
		Optional<Wrk> plain = tools.wrk()
			.map((program) -> workbench.put(new Wrk(program, this.load.connections(), cores.client())));
		Optional<H2load> encrypting = tools.h2load()
			.map((program) -> workbench
				.put(new H2load(program, this.load.connections(), cores.client(), workbench.folder("h2load"))));
		return (contestant, test, length, time) -> switch (test.protocol()) {
			case PLAIN -> plain.orElseThrow().run(contestant.address(test), test.coding(), length, time);
			case TLS -> encrypting.orElseThrow().run(contestant.address(test), test.coding(), length, time);
			case HTTP2 ->
				encrypting.orElseThrow().runMultiplexed(contestant.address(test), test.coding(), length, time);
		};
	}

	private long minutes(List<Case> tests, List<Contestant> contestants) {
		long runs = contestants.stream()
			.mapToLong((contestant) -> tests.stream().filter(contestant.takes()).count())
			.sum();
		return Math.ceilDiv(this.load.warmUp() + runs * ((long) this.load.rounds() * this.load.duration() + 3), 60L);
	}

}
