package dev.clickpath.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.process.Executables;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load: {@code wrk} with a script. The one for pages asks as different shoppers and
 * looks into every answer; it is full speed from the first request and takes some 25 µs
 * of CPU for each, a third of what generators on the JVM take after their own warm-up.
 * That counts where client and shop share the cores. The one for a single asset takes a
 * third of that again: it counts statuses and bytes, since looking into every answer
 * would cost more than a cache takes to give it.
 */
public final class Wrk implements AutoCloseable {

	private static final String PAGES = "load.lua";

	private static final String ASSET = "asset.lua";

	/** Pages vary in length; a quarter of the usual one is a broken one. */
	private static final int SHORTEST = 4;

	private final JsonMapper json = JsonMapper.builder().build();

	private final Path program;

	private final int connections;

	private final Coding coding;

	private final List<String> prefix;

	private final Path folder;

	private volatile @Nullable Process running;

	Wrk(Path program, int connections, Coding coding) {
		this(program, connections, coding, List.of());
	}

	/**
	 * For assets.
	 * @param prefix what its command is put behind
	 */
	public Wrk(Path program, int connections, List<String> prefix) {
		this(program, connections, Coding.PLAIN, prefix);
	}

	private Wrk(Path program, int connections, Coding coding, List<String> prefix) {
		this.program = program;
		this.connections = connections;
		this.coding = coding;
		this.prefix = prefix;
		try {
			this.folder = Files.createTempDirectory("clickpath-bench");
			for (String script : List.of(PAGES, ASSET)) {
				try (InputStream content = Objects.requireNonNull(Wrk.class.getResourceAsStream(script))) {
					Files.copy(content, this.folder.resolve(script));
				}
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
	public static Path find(String path) {
		return Executables.find("wrk", path)
			.orElseThrow(() -> new Problem(
					"The load tool wrk is missing; install it with \"apt-get install wrk\" or \"brew install wrk\"."));
	}

	/**
	 * Asks for the page over all connections as fast as the answers come.
	 */
	Load run(Page page, Duration duration) {
		Path requests = this.folder.resolve(page.name() + ".tsv");
		try {
			Files.write(requests, page.requests().stream().map(Request::line).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The requests cannot be written", ex);
		}
		return run(PAGES, page.browser().site(), duration, List.of(requests.toString(), this.coding.token(),
				Integer.toString(page.weight().in(this.coding) / SHORTEST), page.words()));
	}

	/**
	 * Asks for one asset over all connections as fast as the answers come.
	 * @param acceptEncoding the coding it is asked in
	 * @param length how many bytes the body has on the wire
	 */
	public Load run(URI asset, String acceptEncoding, int length, Duration duration) {
		return run(ASSET, asset, duration, List.of(acceptEncoding, Integer.toString(length)));
	}

	private Load run(String script, URI address, Duration duration, List<String> arguments) {
		try {
			Path errors = this.folder.resolve("errors.log");
			Process process = new ProcessBuilder(command(script, address, duration, arguments))
				.redirectError(errors.toFile())
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

	private List<String> command(String script, URI address, Duration duration, List<String> arguments) {
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(List.of(this.program.toString(), "--threads", "1", "--connections",
				Integer.toString(this.connections), "--duration", duration.toSeconds() + "s", "--timeout", "10s",
				"--script", this.folder.resolve(script).toString(), address.toString(), "--"));
		command.addAll(arguments);
		return command;
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
