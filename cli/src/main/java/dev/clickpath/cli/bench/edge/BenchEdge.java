package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.application.StandaloneEdge;
import dev.clickpath.cli.bench.H2load;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.bench.Wrk;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.process.Cores;
import dev.clickpath.cli.process.Executables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the edge beside other caches.
 */
@Command(name = "edge", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Measures the edge alone, beside the other caches that are installed here (nginx, Varnish, HAProxy),",
				"all before the same small origin. Nothing else has to run. Each figure is the median of the rounds." })
public final class BenchEdge implements Runnable {

	private static final int LONGEST = 3_600;

	private static final int MOST_CONNECTIONS = 1_024;

	private static final int MOST_ROUNDS = 99;

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

	@Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "90",
			description = "How long the edge is under load before the first round (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	@Option(names = "--duration", paramLabel = "SECONDS", defaultValue = "10",
			description = "How long each is under load in a case and round (default: ${DEFAULT-VALUE}).")
	private int duration;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
			description = "How many rounds of all cases in turn (default: ${DEFAULT-VALUE}).")
	private int rounds;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "16",
			description = "How many connections ask at the same time (default: ${DEFAULT-VALUE}).")
	private int connections;

	@Option(names = "--objects", paramLabel = "N", defaultValue = "1000000",
			description = "How many objects go through the edge for capacity (default: ${DEFAULT-VALUE}).")
	private int objects;

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	@Override
	public void run() {
		check("--warm-up", this.warmUp, 0, LONGEST);
		check("--duration", this.duration, 1, LONGEST);
		check("--rounds", this.rounds, 1, MOST_ROUNDS);
		check("--connections", this.connections, 1, MOST_CONNECTIONS);
		check("--objects", this.objects, 1, MOST_OBJECTS);
		try (Workbench workbench = new Workbench()) {
			print(measure(workbench));
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
		tell("Misses");
		return Misses.measure(edge.port(), origin, Duration.ofSeconds(Math.min(this.warmUp, LONGEST_WARM_UP_OF_MISSES)),
				MISSES);
	}

	private Capacity capacity(Workbench workbench, AssetOrigin origin) {
		tell("Capacity: %,d objects".formatted(this.objects));
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
		List<Contestant> contestants = new Arena(workbench, origin, cores, tls, BenchEdge::tell).open(tests);
		Wrk wrk = workbench
			.put(new Wrk(Wrk.find(System.getenv().getOrDefault("PATH", "")), this.connections, cores.client()));
		Contest.LoadTool plain = (contestant, test, length, time) -> wrk.run(contestant.address(test), test.coding(),
				length, time);
		Contest.LoadTool tool = h2load
			.map((program) -> new H2load(program, this.connections, cores.client(), workbench.folder("h2load")))
			.map((encrypting) -> tool(plain, encrypting))
			.orElse(plain);
		tell("Measuring %d cases over %d connections, %d rounds of %d s after %d s of warm-up; %d min at most."
			.formatted(tests.size(), this.connections, this.rounds, this.duration, this.warmUp,
					minutes(tests, contestants)));
		return new Contest(contestants, origin, new Probe(origin, (tls != null) ? tls.trust() : null), tool,
				BenchEdge::tell)
			.hold(tests, Duration.ofSeconds(this.warmUp), this.rounds, Duration.ofSeconds(this.duration));
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
			tell("The load tool h2load is missing, so TLS was left out; install it with \"apt-get install nghttp2-client\".");
		}
		return h2load;
	}

	private long minutes(List<Case> tests, List<Contestant> contestants) {
		long runs = contestants.stream()
			.mapToLong((contestant) -> tests.stream().filter(contestant.takes()).count())
			.sum();
		return Math.ceilDiv(this.warmUp + runs * ((long) this.rounds * this.duration + 3), 60L);
	}

	private void print(Results results) {
		if (this.json) {
			System.out.println(JsonMapper.builder()
				.enable(SerializationFeature.INDENT_OUTPUT)
				.build()
				.writeValueAsString(results));
		}
		else {
			results.lines().forEach(System.out::println);
		}
	}

	/** Progress stays out of what is piped on. */
	private static void tell(String message) {
		System.err.println(message);
	}

	private void check(String option, int value, int lowest, int highest) {
		if (value < lowest || value > highest) {
			throw new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
					"%s takes a number from %d to %d, not %d".formatted(option, lowest, highest, value));
		}
	}

}
