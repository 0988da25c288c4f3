package dev.clickpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.process.LifeLine;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.RunLock;

/**
 * Leaves the shop running behind: another process holds it, and this one tells what that
 * one says until everything is healthy.
 */
final class Detachment {

	private static final int POLL_MILLIS = 100;

	private final Place place;

	private final Path output;

	private final Path errors;

	Detachment(Place place) {
		this.place = place;
		this.output = place.home().log("supervisor");
		this.errors = place.home().log("supervisor-errors");
	}

	/**
	 * Returns when the shop is open.
	 * @throws Problem when one runs already, or with the other process's own words when
	 * it does not open
	 */
	void start(List<String> options, PrintStream out) {
		// The log of a shop that runs is not begun anew under its hands.
		RunLock.take(this.place.home().open()).close();
		try {
			Process supervisor = LifeLine.detached(Holder.command(this.place, options))
				.redirectOutput(this.output.toFile())
				.redirectError(this.errors.toFile())
				.start();
			Thread giveUp = new Thread(() -> end(supervisor), "give-up");
			Runtime.getRuntime().addShutdownHook(giveUp);
			follow(supervisor, out);
			Runtime.getRuntime().removeShutdownHook(giveUp);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The shop could not be started in the background", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void follow(Process supervisor, PrintStream out) throws IOException, InterruptedException {
		long told = 0;
		boolean ended = false;
		while (!ended && !isOpen(supervisor)) {
			ended = supervisor.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
			told = tell(told, out);
		}
		tell(told, out);
		if (ended) {
			String reason = Files.readString(this.errors).strip();
			throw new Problem(reason.isEmpty() ? "The shop was stopped while it started; see %s.".formatted(this.output)
					: reason);
		}
	}

	private boolean isOpen(Process supervisor) {
		return RunFile.read(this.place.home())
			.filter((run) -> run.supervisor().pid() == supervisor.pid())
			.filter(RunFile::open)
			.isPresent();
	}

	private long tell(long told, PrintStream out) throws IOException {
		byte[] all = Files.readAllBytes(this.output);
		out.print(new String(all, (int) told, all.length - (int) told, StandardCharsets.UTF_8));
		out.flush();
		return all.length;
	}

	/** Whoever does not want to wait does not want the shop. */
	private static void end(Process supervisor) {
		supervisor.destroy();
		try {
			supervisor.waitFor(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
