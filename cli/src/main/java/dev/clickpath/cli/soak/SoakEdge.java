package dev.clickpath.cli.soak;

import java.time.Duration;
import java.util.concurrent.Callable;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Tries the edge.
 */
@Command(name = "edge", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Tries the edge with mixed traffic, purges and an origin that fails in every way, compares every "
				+ "byte, and exits 1 when any answer was wrong. Nothing else has to run.")
final class SoakEdge implements Callable<Integer> {

	private static final int LONGEST = 24 * 60;

	private static final int MOST_CLIENTS = 1_000;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--minutes", paramLabel = "N", defaultValue = "10",
			description = "How long (default: ${DEFAULT-VALUE}).")
	private int minutes;

	@Option(names = "--clients", paramLabel = "N", defaultValue = "32",
			description = "How many ask at the same time (default: ${DEFAULT-VALUE}).")
	private int clients;

	@Option(names = "--without-purges", description = "Change what the origin has without telling the edge.")
	private boolean withoutPurges;

	@Override
	public Integer call() {
		Bounds.check(this.spec, "--minutes", this.minutes, 1, LONGEST);
		Bounds.check(this.spec, "--clients", this.clients, 1, MOST_CLIENTS);
		try (Trial trial = Trial.open(Place.current(), !this.withoutPurges)) {
			boolean passed = trial.run(Duration.ofMinutes(this.minutes), this.clients);
			trial.lines().forEach(System.out::println);
			return passed ? 0 : 1;
		}
	}

}
