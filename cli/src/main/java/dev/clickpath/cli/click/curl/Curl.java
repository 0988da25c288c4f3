package dev.clickpath.cli.click.curl;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.click.network.Origin;

/**
 * The program curl, asking for a page as {@code click} does.
 *
 * @param program where it is
 * @param options what it is told beside the address
 */
record Curl(Path program, List<String> options) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * The one on the path.
	 * @throws Problem when there is none
	 */
	static Path find(String path) {
		return Stream.of(path.split(File.pathSeparator, -1))
			.map((folder) -> Path.of(folder, "curl"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new Problem("curl is missing; install it, or leave --beside-curl out."));
	}

	/**
	 * One that asks the same question.
	 * @param fields what is sent
	 * @param authorities in PEM, if there are some
	 * @param http1Only whether it does not offer HTTP/2
	 */
	static Curl of(Path program, Map<String, String> fields, List<Path> authorities, boolean http1Only) {
		List<String> options = new ArrayList<>(
				List.of("--disable", "--silent", "--show-error", "--globoff", "--noproxy", "*", "--max-time",
						Long.toString(PATIENCE.toSeconds()), "--output", "/dev/null", "--write-out", Times.FORMAT));
		fields.forEach((name, value) -> options.addAll(List.of("--header", name + ": " + value)));
		authorities.stream()
			.filter(Files::exists)
			.findFirst()
			.ifPresent((file) -> options.addAll(List.of("--cacert", file.toString())));
		if (http1Only) {
			options.add("--http1.1");
		}
		return new Curl(program, List.copyOf(options));
	}

	/** The same, told where an origin is, since it cannot ask the shop's name server. */
	Curl at(Origin origin, List<String> addresses) {
		List<String> more = new ArrayList<>(this.options);
		more.addAll(List.of("--resolve", "%s:%d:%s".formatted(origin.host(), origin.port(), String.join(",",
				addresses.stream().map((address) -> address.contains(":") ? "[" + address + "]" : address).toList()))));
		return new Curl(this.program, List.copyOf(more));
	}

	/**
	 * Gets a page once, in a process of its own.
	 */
	Times get(URI address) throws InterruptedException {
		List<String> command = new ArrayList<>(List.of(this.program.toString()));
		command.addAll(this.options);
		command.add(address.toString());
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getOutputStream().close();
			String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new Problem("curl does not get %s either (%s); look into the log of the server."
					.formatted(address, written.strip().replaceAll("\\s+", " ")));
			}
			return Times.parse(written);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new Problem("curl cannot be run (%s); try it by hand.".formatted(ex.getMessage()), ex);
		}
	}

}
