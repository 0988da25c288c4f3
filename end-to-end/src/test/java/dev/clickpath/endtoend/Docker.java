package dev.clickpath.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The {@code docker} command, as a person types it in the checkout.
 */
final class Docker {

	private Docker() {
	}

	record Result(int exitCode, String out, String err) {

		/** What it printed, if it did what it was told. */
		String text() {
			if (this.exitCode != 0) {
				throw new IllegalStateException("docker ended with " + this.exitCode + ":\n" + this.out + this.err);
			}
			return this.out.strip();
		}

		List<String> lines() {
			return text().lines().filter((line) -> !line.isBlank()).toList();
		}

	}

	static Result run(Duration limit, String... words) {
		return run(limit, Map.of(), List.of(words));
	}

	static Result run(Duration limit, Map<String, String> environment, List<String> words) {
		List<String> command = new ArrayList<>(List.of("docker"));
		command.addAll(words);
		try {
			Path out = Files.createTempFile("docker", ".out");
			Path err = Files.createTempFile("docker", ".err");
			try {
				ProcessBuilder builder = new ProcessBuilder(command).directory(CommandLine.CHECKOUT.toFile())
					.redirectInput(Path.of("/dev/null").toFile())
					.redirectOutput(out.toFile())
					.redirectError(err.toFile());
				builder.environment().putAll(environment);
				Process process = builder.start();
				if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
					process.destroy();
					throw new IllegalStateException(
							command + " did not end within " + limit + ":\n" + Files.readString(err));
				}
				return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
			}
			finally {
				Files.delete(out);
				Files.delete(err);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("docker cannot be run", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
