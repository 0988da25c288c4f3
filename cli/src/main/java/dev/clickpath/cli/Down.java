package dev.clickpath.cli;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import dev.clickpath.cli.process.Endings;
import dev.clickpath.cli.process.ProcessId;
import dev.clickpath.cli.process.Signal;
import dev.clickpath.cli.supervision.Leftovers;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.RunLock;
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
		int leftovers = Files.exists(home.run()) ? endLeftovers(home) : 0;
		System.out
			.println((supervisor.isPresent() || leftovers > 0) ? "Everything has stopped." : "Nothing was running.");
	}

	private static int endLeftovers(Home home) {
		try (RunLock lock = RunLock.tryToTake(home)
			.orElseThrow(() -> new Problem(
					"A shop runs in %s and has not written down its process; end its \"up\" by the number that ps shows."
						.formatted(home.folder())))) {
			return Leftovers.end(lock, System.err::println);
		}
	}

}
