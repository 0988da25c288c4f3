package dev.clickpath.cli.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.application.StandaloneCatalog;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.process.CpuTime;
import dev.clickpath.cli.process.Memory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures how fast the answers come.
 */
@Command(name = "speed", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Measures a catalogue of generated products: searches with facets, suggestions, building the index and",
				"changes, beside PostgreSQL's full-text search on the same products. Nothing else has to run." })
final class SearchSpeed implements Runnable {

	private static final Duration PATIENCE = Duration.ofMinutes(20);

	private static final int CLIENTS = 8;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--products", paramLabel = "N", defaultValue = "100000",
			description = "The size of the catalogue (default: ${DEFAULT-VALUE}).")
	private int products;

	@Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "90",
			description = "How long it is warmed up (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "20",
			description = "How long each part takes (default: ${DEFAULT-VALUE}).")
	private int seconds;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		Bounds.check(this.spec, "--products", this.products, 1_000, 1_000_000);
		Bounds.check(this.spec, "--warm-up", this.warmUp, 0, 600);
		Bounds.check(this.spec, "--seconds", this.seconds, 1, 600);
		Output.tell("Loading and indexing %,d products".formatted(this.products));
		try (Workbench workbench = new Workbench()) {
			StandaloneCatalog catalog = workbench
				.put(StandaloneCatalog.start(Place.current(), this.products, PATIENCE));
			Database database = workbench.put(Database.of(catalog));
			SpeedReport report = measure(catalog, database, workbench);
			this.output.print(report, report.lines());
		}
	}

	private SpeedReport measure(StandaloneCatalog catalog, Database database, Workbench workbench) {
		Duration time = Duration.ofSeconds(this.seconds);
		Workload workload = Workload.of(database, Judgements.own());
		Load load = new Load(catalog.port());
		Output.tell("Warming up for %d s".formatted(this.warmUp));
		Duration third = Duration.ofSeconds(this.warmUp).dividedBy(3);
		load.run(workload.searches(), CLIENTS, third.multipliedBy(2));
		load.run(workload.suggestions(), CLIENTS, third);
		Output.tell("Searches and suggestions one by one, %d s each".formatted(this.seconds));
		Timings alone = load.run(workload.searches(), 1, time);
		Timings suggestions = load.run(workload.suggestions(), 1, time);
		Output.tell("Searches over %d connections for %d s".formatted(CLIENTS, this.seconds));
		Duration before = CpuTime.ofFamily(catalog.process());
		long start = System.nanoTime();
		Timings together = load.run(workload.searches(), CLIENTS, time);
		double searches = together.perSecond() * (System.nanoTime() - start) / 1e9;
		double cpu = CpuTime.ofFamily(catalog.process()).minus(before).toMillis() / searches;
		List<Double> visible = new Changes(database, workbench.put(ShopSearch.at(catalog.port()))).millisToSee();
		Memory memory = Memory.of(catalog.process());
		Output.tell("The same searches in PostgreSQL, %d s".formatted(this.seconds));
		FullText fullText = workbench.put(FullText.over(database));
		Timings postgres = timed(fullText, workload.words(), time);
		return new SpeedReport(this.products, IndexBuild.of(catalog.log()), alone, together, cpu, suggestions, visible,
				memory.resident(), postgres);
	}

	private static Timings timed(FullText fullText, List<String> words, Duration time) {
		List<Double> millis = new ArrayList<>();
		long start = System.nanoTime();
		for (int i = 0; System.nanoTime() - start < time.toNanos(); i++) {
			long before = System.nanoTime();
			fullText.page(words.get(i % words.size()), 24);
			millis.add((System.nanoTime() - before) / 1e6);
		}
		return Timings.of(millis, List.of(), (System.nanoTime() - start) / 1e9);
	}

}
