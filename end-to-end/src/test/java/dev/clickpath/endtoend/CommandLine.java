package dev.clickpath.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The {@code ./clickpath} script of the checkout, working on a data folder of the tests'
 * own.
 */
final class CommandLine {

	static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

	private final Path home;

	private final Map<String, String> settings;

	/**
	 * @param name of the data folder below {@code target}
	 */
	CommandLine(String name) {
		this(name, Map.of());
	}

	/**
	 * @param settings environment variables for the services it starts
	 */
	CommandLine(String name, Map<String, String> settings) {
		this.home = Path.of("target", name).toAbsolutePath();
		this.settings = settings;
	}

	record Result(int exitCode, String out, String err) {
	}

	Path home() {
		return this.home;
	}

	/**
	 * Starts a command and leaves it running.
	 */
	Process start(Path out, Path err, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(CHECKOUT.resolve("clickpath").toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(CHECKOUT.toFile())
			.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().putAll(this.settings);
		builder.environment().put("CLICKPATH_HOME", this.home.toString());
		return builder.start();
	}

	/**
	 * The numbers of all processes that {@code ./clickpath status} shows.
	 */
	List<Long> pids() {
		return Pattern.compile("(?m)^\\S+ +(?:up|starting|waiting) +(\\d+) ")
			.matcher(run(Duration.ofSeconds(30), "status").out())
			.results()
			.map((line) -> Long.valueOf(line.group(1)))
			.toList();
	}

	Result run(Duration limit, String... arguments) {
		try {
			Path out = Files.createTempFile("clickpath", ".out");
			Path err = Files.createTempFile("clickpath", ".err");
			Process process = start(out, err, arguments);
			if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
				process.destroy();
				throw new IllegalStateException(List.of(arguments) + " did not end within " + limit + ":\n"
						+ Files.readString(out) + Files.readString(err));
			}
			Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
			Files.delete(out);
			Files.delete(err);
			return result;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
