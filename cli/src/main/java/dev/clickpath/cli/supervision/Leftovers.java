package dev.clickpath.cli.supervision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import dev.clickpath.cli.process.Endings;

/**
 * Processes whose supervisor was killed. They notice it themselves; this makes sure, by
 * the numbers and start times written down and never by a name.
 */
public final class Leftovers {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private Leftovers() {
	}

	/**
	 * Ends them from the outside in, and forgets them.
	 * @param lock of their home, which their supervisor no longer has
	 * @param complain is told when nobody knows which they are
	 * @return how many there were
	 */
	public static int end(RunLock lock, Consumer<String> complain) {
		List<RunFile.Entry> alive = RunFile.read(lock.home(), complain)
			.map(RunFile::entries)
			.orElse(List.of())
			.stream()
			.filter((entry) -> entry.handle().isPresent())
			.sorted(Comparator.comparing(RunFile.Entry::tier).reversed())
			.toList();
		alive.forEach((entry) -> entry.handle()
			.ifPresent((process) -> Endings.end(process, Program.stopSignal(entry.tier()), PATIENCE)));
		RunFile.delete(lock.home());
		return alive.size();
	}

}
