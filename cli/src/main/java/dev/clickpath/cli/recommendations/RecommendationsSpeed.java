package dev.clickpath.cli.recommendations;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.application.StandaloneRecommendation;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.process.Memory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures how fast the recommendations come.
 */
@Command(name = "speed", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Feeds a recommendation service simulated shoppers and measures taking the events in, training,",
				"recommendations over HTTP, and memory. Nothing else has to run." })
final class RecommendationsSpeed implements Runnable {

	private static final int CONNECTIONS = 8;

	private static final int LENGTH = 10;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--events", paramLabel = "N", defaultValue = "200000",
			description = "How many events (default: ${DEFAULT-VALUE}).")
	private int events;

	@Option(names = "--products", paramLabel = "N", defaultValue = "20000",
			description = "Of how many products (default: ${DEFAULT-VALUE}).")
	private int products;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "20",
			description = "How long is asked; it is warmed up three times as long (default: ${DEFAULT-VALUE}).")
	private int seconds;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		Bounds.check(this.spec, "--events", this.events, 1_000, 2_000_000);
		Bounds.check(this.spec, "--products", this.products, 100, 200_000);
		Bounds.check(this.spec, "--seconds", this.seconds, 1, 600);
		try (Workbench workbench = new Workbench()) {
			Output.tell("Starting the recommendation service");
			StandaloneRecommendation service = workbench.put(StandaloneRecommendation.start(Place.current()));
			SpeedReport report = measure(service);
			this.output.print(report, report.lines());
		}
	}

	private SpeedReport measure(StandaloneRecommendation service) {
		Output.tell("Feeding %,d events of %,d products".formatted(this.events, this.products));
		long start = System.nanoTime();
		try (Feeding feeding = new Feeding(URI.create("http://127.0.0.1:" + service.port()))) {
			SimulatedShoppers.ofProducts(this.products, LENGTH).look(this.events, Instant.now(), feeding::tell);
		}
		double perSecond = this.events / ((System.nanoTime() - start) / 1e9);
		TrainingLog log = new TrainingLog(service.log());
		Output.tell("Waiting for the training");
		double training = log.await(this.events, PATIENCE) / 1e3;
		Duration time = Duration.ofSeconds(this.seconds);
		Asking asking = new Asking(service.port(), this.events / (2 * LENGTH));
		Output.tell("Warming up for %d s".formatted(3 * this.seconds));
		asking.run(CONNECTIONS, time.multipliedBy(3));
		Output.tell(
				"Recommendations one by one, and over %d connections, %d s each".formatted(CONNECTIONS, this.seconds));
		Answers alone = asking.run(1, time);
		Answers together = asking.run(CONNECTIONS, time);
		return new SpeedReport(this.events, this.products, perSecond, log.search() / 1e3, training, alone, together,
				Memory.ofAlone(service.process()).resident());
	}

}
