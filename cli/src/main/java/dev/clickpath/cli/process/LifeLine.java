package dev.clickpath.cli.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts processes that end when this one does, even when it is killed. Each holds, by
 * its standard input, a pipe from this process: a small watcher beside it reads until the
 * pipe breaks and then ends it. Each also gets a session of its own, so that Ctrl-C in
 * the terminal reaches this process alone, which then ends the others in order.
 */
public final class LifeLine {

	/**
	 * {@code $0} is the signal that ends the process, the rest is its command. The shell
	 * becomes that command, so the process number stays. One that was stopped in its
	 * tracks has to go on to follow the signal.
	 */
	private static final String WATCHED = """
			exec 3<&0
			(
				trap '' HUP INT TERM
				read -r released <&3 && exit
				for signal in "$0" CONT; do
					kill -s "$signal" -- "-$$" || kill -s "$signal" "$$"
				done
			) >/dev/null 2>&1 &
			exec 3<&- </dev/null
			""";

	/** Not every system has the one or the other. */
	private static final String OWN_SESSION = """
			command -v setsid >/dev/null && exec setsid "$@"
			exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV or die' -- "$@"
			""";

	private LifeLine() {
	}

	/**
	 * A builder for that command; its standard input belongs to the life line.
	 */
	public static ProcessBuilder command(Signal signal, List<String> command) {
		return shell(WATCHED + OWN_SESSION, signal.name(), command);
	}

	/**
	 * A builder for a command that outlives this process and its terminal.
	 */
	public static ProcessBuilder detached(List<String> command) {
		return shell(OWN_SESSION, "detached", command).redirectInput(new File("/dev/null"));
	}

	private static ProcessBuilder shell(String script, String name, List<String> command) {
		List<String> all = new ArrayList<>(List.of("sh", "-c", script, name));
		all.addAll(command);
		return new ProcessBuilder(all);
	}

	/**
	 * Whether that child of a watched process is its watcher.
	 */
	public static boolean isWatcher(ProcessHandle child) {
		return child.info()
			.arguments()
			.map((arguments) -> Arrays.stream(arguments).anyMatch((argument) -> argument.startsWith(WATCHED)))
			.orElse(false);
	}

	/**
	 * Lets the watcher of a process that has ended go, before its number is used again.
	 */
	public static void release(Process process) {
		try (OutputStream line = process.getOutputStream()) {
			line.write('\n');
		}
		catch (IOException ex) {
			// The watcher is gone already.
		}
	}

}
