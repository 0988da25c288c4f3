package dev.clickpath.cli.bench;

import dev.clickpath.cli.Bounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options that say how heavily and how long something is under load.
 */
public final class LoadOptions {

	private static final int LONGEST = 3_600;

	private static final int MOST_CONNECTIONS = 1_024;

	private static final int MOST_ROUNDS = 99;

	@Spec(Spec.Target.MIXEE)
	private @Nullable CommandSpec command;

	@Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "90",
			description = "How long all is under load before the first round (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	@Option(names = "--duration", paramLabel = "SECONDS",
			description = "How long each is under load in a round (default: ${DEFAULT-VALUE}).")
	private int duration;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
			description = "How many rounds of all in turn (default: ${DEFAULT-VALUE}).")
	private int rounds;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "16",
			description = "How many connections ask at the same time (default: ${DEFAULT-VALUE}).")
	private int connections;

	/**
	 * Options of a command.
	 * @param duration how many seconds each is under load when nothing is said of it
	 */
	public LoadOptions(int duration) {
		this.duration = duration;
	}

	/**
	 * Complains of the first number that is out of bounds.
	 */
	public void check() {
		Bounds.check(this.command, "--warm-up", this.warmUp, 0, LONGEST);
		Bounds.check(this.command, "--duration", this.duration, 1, LONGEST);
		Bounds.check(this.command, "--rounds", this.rounds, 1, MOST_ROUNDS);
		Bounds.check(this.command, "--connections", this.connections, 1, MOST_CONNECTIONS);
	}

	/** In seconds. */
	public int warmUp() {
		return this.warmUp;
	}

	/** In seconds. */
	public int duration() {
		return this.duration;
	}

	public int rounds() {
		return this.rounds;
	}

	public int connections() {
		return this.connections;
	}

}
