package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;
import dev.clickpath.cli.Problem;

/**
 * Runs PostgreSQL's programs, which refuse to run as root; in a user namespace of their
 * own they are not, and still own their files.
 *
 * @param prefix what their commands are put behind
 */
record Unprivileged(List<String> prefix) {

	private static final List<String> NAMESPACE = List.of("unshare", "--user");

	/**
	 * As this process has to.
	 */
	static Unprivileged here() {
		return new Unprivileged((new UnixSystem().getUid() == 0) ? NAMESPACE : List.of());
	}

	List<String> command(List<String> command) {
		return Stream.concat(this.prefix.stream(), command.stream()).toList();
	}

	/**
	 * Tries it, as many containers allow no user namespaces.
	 * @throws Problem when it cannot be done
	 */
	void check() {
		if (!this.prefix.isEmpty() && !succeeds(command(List.of("true")))) {
			throw new Problem(
					"PostgreSQL does not run as root, and root may not make a user namespace for it here (%s); "
						.formatted(String.join(" ", this.prefix))
							+ "start the shop as another user, in a container with --user.");
		}
	}

	private static boolean succeeds(List<String> command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
