package dev.clickpath.cli.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends processes for certain: asked first, killed with all their children when they do
 * not follow.
 */
public final class Endings {

	private static final Duration FAMILY_PATIENCE = Duration.ofMillis(500);

	private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

	private Endings() {
	}

	/**
	 * Returns when the process and everything it started have ended.
	 */
	public static void end(ProcessHandle process, Signal signal, Duration patience) {
		List<ProcessHandle> family = process.descendants().toList();
		if (process.isAlive()) {
			signal.send(process.pid());
		}
		end(process, patience);
		family.forEach((member) -> end(member, FAMILY_PATIENCE));
	}

	/** The watcher beside a process leaves by itself; anything else has had its time. */
	private static void end(ProcessHandle process, Duration patience) {
		if (!hasEnded(process, patience)) {
			process.destroyForcibly();
			hasEnded(process, KILL_PATIENCE);
		}
	}

	private static boolean hasEnded(ProcessHandle process, Duration patience) {
		CompletableFuture<ProcessHandle> exit = process.onExit();
		try {
			exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException | ExecutionException ex) {
			return !process.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return !process.isAlive();
		}
	}

}
