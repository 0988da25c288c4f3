package dev.clickpath.cli;

import java.time.Duration;
import java.util.Optional;

import dev.clickpath.cli.process.Endings;
import dev.clickpath.cli.process.ProcessId;
import dev.clickpath.cli.process.Signal;
import dev.clickpath.cli.supervision.Leftovers;
import dev.clickpath.cli.supervision.RunFile;
import picocli.CommandLine.Command;

/**
 * Stops the shop.
 */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything, wherever it was started.")
final class Down implements Runnable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@Override
	public void run() {
		Home home = Place.current().home();
		Optional<ProcessHandle> supervisor = RunFile.read(home).map(RunFile::supervisor).flatMap(ProcessId::handle);
		supervisor.ifPresent((process) -> Endings.end(process, Signal.TERM, PATIENCE));
		int leftovers = Leftovers.end(home, System.err::println);
		System.out
			.println((supervisor.isPresent() || leftovers > 0) ? "Everything has stopped." : "Nothing was running.");
	}

}
