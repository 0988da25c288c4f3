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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.click.network.Origin;
import dev.clickpath.cli.click.timeline.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The program curl, asking for a page as {@code click} does. It gets it twice in one
 * process, over connections of their own, and the second time counts: the first one is
 * mostly spent with loading and preparing OpenSSL, and {@code click} has practised, too.
 *
 * @param program where it is
 * @param options what it is told beside the address
 * @param authority whose certificates it believes, if there is a file
 */
record Curl(Path program, List<String> options, @Nullable Path authority) {

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
	 * @param authorities in PEM, of which the first that is there is believed
	 * @param http1Only whether it does not offer HTTP/2
	 */
	static Curl of(Path program, Map<String, String> fields, List<Path> authorities, boolean http1Only) {
		List<String> options = new ArrayList<>(
				List.of("--disable", "--silent", "--show-error", "--globoff", "--no-sessionid", "--noproxy", "*",
						"--max-time", Long.toString(PATIENCE.toSeconds()), "--output", "/dev/null"));
		fields.forEach((name, value) -> options.addAll(List.of("--header", name + ": " + value)));
		if (http1Only) {
			options.add("--http1.1");
		}
		return new Curl(program, List.copyOf(options),
				authorities.stream().filter(Files::exists).findFirst().orElse(null));
	}

	/** The same, told where an origin is, since it cannot ask the shop's name server. */
	Curl at(Origin origin, List<String> addresses) {
		List<String> more = new ArrayList<>(this.options);
		String all = addresses.stream()
			.map((address) -> address.contains(":") ? "[" + address + "]" : address)
			.collect(Collectors.joining(","));
		more.addAll(List.of("--resolve", "%s:%d:%s".formatted(origin.host(), origin.port(), all)));
		return new Curl(this.program, List.copyOf(more), this.authority);
	}

	/**
	 * Gets a page.
	 * @throws Problem when it does not come
	 */
	Times get(URI address) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command(address)).redirectErrorStream(true).start();
			process.getOutputStream().close();
			String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new Problem(
						"curl does not get %s (%s); try it by hand.".formatted(address, Printable.of(written, 200)));
			}
			return Times.parse(written);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new Problem("curl cannot be run (%s); try it by hand.".formatted(ex.getMessage()), ex);
		}
	}

	List<String> command(URI address) {
		List<String> command = new ArrayList<>(List.of(this.program.toString()));
		command.addAll(this.options);
		command.addAll(List.of("--header", "connection: close"));
		believe(command, "");
		command.addAll(List.of(address.toString(), "--next"));
		command.addAll(this.options);
		command.addAll(List.of("--write-out", Times.FORMAT));
		// Believing another file, it does not go on with the first connection.
		believe(command, "./");
		command.add(address.toString());
		return command;
	}

	private void believe(List<String> command, String detour) {
		if (this.authority != null) {
			Path file = this.authority.toAbsolutePath();
			command.addAll(List.of("--cacert", "%s/%s%s".formatted(file.getParent(), detour, file.getFileName())));
		}
	}

}
