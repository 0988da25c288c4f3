package dev.clickpath.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.clickpath.cli.Problem;

/**
 * A program that runs beside this one until it is closed, or this one ends. It is not
 * started again when it dies: whoever needs it needs this very run.
 */
public final class Companion implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int POLL_MILLIS = 50;

	private static final int LAST_LINES = 5;

	private final String name;

	private final Process process;

	private final Path log;

	private Companion(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts it.
	 * @param name what people call it
	 * @param log where its output goes
	 */
	public static Companion start(String name, List<String> command, Map<String, String> environment, Path directory,
			Path log) {
		ProcessBuilder builder = LifeLine.command(Signal.TERM, command)
			.directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		try {
			return new Companion(name, builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be started".formatted(name), ex);
		}
	}

	/**
	 * Returns once it is ready.
	 * @throws Problem with the end of its log, when it ends before or takes too long
	 */
	public void await(BooleanSupplier ready, Duration limit) {
		long deadline = System.nanoTime() + limit.toNanos();
		try {
			while (!ready.getAsBoolean()) {
				if (this.process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
					throw new Problem("%s ended at its start: %s".formatted(this.name, lastWords()));
				}
				if (System.nanoTime() > deadline) {
					throw new Problem(
							"%s was not ready after %d s: %s".formatted(this.name, limit.toSeconds(), lastWords()));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	/**
	 * Whether it has ended, or does in that time.
	 */
	public boolean endsWithin(Duration time) {
		try {
			return this.process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return !this.process.isAlive();
		}
	}

	private String lastWords() {
		try {
			List<String> lines = Files.readString(this.log, StandardCharsets.UTF_8).strip().lines().toList();
			return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
		}
		catch (IOException ex) {
			return "it left no log";
		}
	}

	@Override
	public void close() {
		Endings.end(this.process.toHandle(), Signal.TERM, PATIENCE);
		LifeLine.release(this.process);
	}

}
