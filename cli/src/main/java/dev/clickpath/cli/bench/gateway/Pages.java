package dev.clickpath.cli.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.NginxConfiguration;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.process.Executables;

/**
 * Two upstreams that answer every request with the same page and cost next to nothing:
 * nginx with a file, on the load tool's core. They are always ready.
 *
 * @param upstreams their addresses
 */
record Pages(List<URI> upstreams) {

	/** What is asked for. */
	static final String PATH = "/page.html";

	/** The page, of as many bytes as the edge's small asset. */
	static final byte[] PAGE = "<p>A page.</p>\n".repeat(700).substring(0, 10_240).getBytes(StandardCharsets.US_ASCII);

	/**
	 * Finds the program.
	 * @param path the folders to look in, as the variable {@code PATH} lists them
	 */
	static Path find(String path) {
		return Executables.find("nginx", path)
			.orElseThrow(() -> new Problem(
					"The upstreams are nginx, which is missing; install it with \"apt-get install nginx\"."));
	}

	/**
	 * Starts them.
	 * @param nginx the program
	 * @param prefix what their command is put behind
	 */
	static Pages open(Workbench workbench, Path nginx, List<String> prefix) {
		Path folder = workbench.folder("upstreams");
		int first = FreePorts.anyPair();
		int second = first + 1000;
		List<String> command = new ArrayList<>(prefix);
		command.addAll(List.of(nginx.toString(), "-p", folder.toString(), "-e", folder.resolve("error.log").toString(),
				"-c", write(folder, first, second).toString()));
		Companion companion = workbench
			.put(Companion.start("nginx", command, Map.of(), folder, folder.resolve("output.log")));
		companion.await(() -> Balancer.answers(first) && Balancer.answers(second), Balancer.PATIENCE);
		return new Pages(List.of(URI.create("http://127.0.0.1:" + first), URI.create("http://127.0.0.1:" + second)));
	}

	/**
	 * Whether that is the page, every byte of it.
	 */
	static boolean isPage(Reply reply) throws IOException {
		return Arrays.equals(reply.body().readAllBytes(), PAGE) && reply.status() == 200;
	}

	private static Path write(Path folder, int first, int second) {
		try {
			Files.createDirectories(folder.resolve("html"));
			Files.write(folder.resolve("html" + PATH), PAGE);
			return Files.writeString(folder.resolve("nginx.conf"), NginxConfiguration.around("""
						open_file_cache max=10;
						server {
							listen 127.0.0.1:%d;
							listen 127.0.0.1:%d;
							root %s/html;
							types {
								text/html html;
							}
							location = /ready {
								return 200;
							}
						}
					""".formatted(first, second, folder), folder, 1, System.getProperty("user.name")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The upstreams cannot be written", ex);
		}
	}

}
