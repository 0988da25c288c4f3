package dev.clickpath.cli.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load: {@code wrk} with a script that asks as different shoppers and looks into
 * every answer. It is full speed from the first request and takes some 25 µs of CPU for
 * each, a third of what generators on the JVM take after their own warm-up; that counts
 * where client and shop share the cores.
 */
final class Wrk implements AutoCloseable {

	private static final String SCRIPT = "load.lua";

	/** Pages vary in length; a quarter of the usual one is a broken one. */
	private static final int SHORTEST = 4;

	private final JsonMapper json = JsonMapper.builder().build();

	private final Path program;

	private final int connections;

	private final Coding coding;

	private final Path folder;

	private volatile @Nullable Process running;

	Wrk(Path program, int connections, Coding coding) {
		this.program = program;
		this.connections = connections;
		this.coding = coding;
		try {
			this.folder = Files.createTempDirectory("clickpath-bench");
			try (InputStream script = Objects.requireNonNull(Wrk.class.getResourceAsStream(SCRIPT))) {
				Files.copy(script, this.folder.resolve(SCRIPT));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The temporary folder cannot be written", ex);
		}
		// Ctrl-C leaves nothing behind either.
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * Finds the program.
	 * @param path the folders to look in, as the variable {@code PATH} lists them
	 */
	static Path find(String path) {
		return Arrays.stream(path.split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "wrk"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new Problem(
					"The load tool wrk is missing; install it with \"apt-get install wrk\" or \"brew install wrk\"."));
	}

	/**
	 * Asks for the page over all connections as fast as the answers come.
	 */
	Load run(Page page, Duration duration) {
		try {
			Path requests = this.folder.resolve(page.name() + ".tsv");
			Files.write(requests, page.requests().stream().map(Request::line).toList());
			Path errors = this.folder.resolve("errors.log");
			Process process = new ProcessBuilder(command(page, requests, duration)).redirectError(errors.toFile())
				.start();
			this.running = process;
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new Problem("wrk failed: %s.".formatted((output + Files.readString(errors)).strip()));
			}
			return parse(output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("wrk cannot be run", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private List<String> command(Page page, Path requests, Duration duration) {
		return List.of(this.program.toString(), "--threads", "1", "--connections", Integer.toString(this.connections),
				"--duration", duration.toSeconds() + "s", "--timeout", "10s", "--script",
				this.folder.resolve(SCRIPT).toString(), page.browser().site().toString(), "--", requests.toString(),
				this.coding.token(), Integer.toString(page.weight().in(this.coding) / SHORTEST), page.words());
	}

	/** The script's line is the last one. */
	Load parse(String output) {
		Load load = this.json.readValue(output.strip().lines().toList().getLast(), Load.class);
		if (load.requests() == 0) {
			throw new Problem("Not one request was answered under load; see ./clickpath status.");
		}
		return load;
	}

	@Override
	public synchronized void close() {
		Process load = this.running;
		if (load != null) {
			load.destroy();
		}
		Home.delete(this.folder);
	}

}
