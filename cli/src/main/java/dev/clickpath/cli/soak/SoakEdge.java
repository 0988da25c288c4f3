package dev.clickpath.cli.soak;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.clickpath.cli.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
		check("--minutes", this.minutes, 1, LONGEST);
		check("--clients", this.clients, 1, MOST_CLIENTS);
		try (Trial trial = Trial.open(Place.current(), !this.withoutPurges)) {
			boolean passed = trial.run(Duration.ofMinutes(this.minutes), this.clients);
			trial.lines().forEach(System.out::println);
			return passed ? 0 : 1;
		}
	}

	private void check(String option, int value, int lowest, int highest) {
		if (value < lowest || value > highest) {
			throw new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
					"%s takes a number from %d to %d, not %d".formatted(option, lowest, highest, value));
		}
	}

}
