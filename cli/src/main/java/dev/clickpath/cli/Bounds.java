package dev.clickpath.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Refuses numbers that an option does not take.
 */
public final class Bounds {

	private Bounds() {
	}

	/**
	 * Complains of a number that is out of bounds.
	 * @param command whose option it is; null when nobody has parsed a command line
	 */
	public static void check(@Nullable CommandSpec command, String option, int value, int lowest, int highest) {
		if (value < lowest || value > highest) {
			String message = "%s takes a number from %d to %d, not %d".formatted(option, lowest, highest, value);
			if (command == null) {
				throw new Problem(message + ".");
			}
			throw new ParameterException(command.commandLine(), message);
		}
	}

}
