package dev.clickpath.cli.faults.checkout;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Who can be killed.
 */
interface Victims {

	/**
	 * Kills one of these with SIGKILL, if any lives.
	 * @return its name and number
	 */
	Optional<String> kill(Target target, RandomGenerator random);

}
