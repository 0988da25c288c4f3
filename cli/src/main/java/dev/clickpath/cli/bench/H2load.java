package dev.clickpath.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.clickpath.cli.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The load over TLS, and at a steady rate: {@code h2load}, which speaks HTTP/1.1 too.
 */
public final class H2load implements AutoCloseable {

	/** As many as a browser that opens a page. */
	private static final int STREAMS = 10;

	private static final List<String> HTTP_1_1 = List.of("--h1");

	private static final List<String> HTTP_2 = List.of("--max-concurrent-streams=" + STREAMS);

	private static final Pattern SECONDS = Pattern.compile("finished in ([0-9.]+)(us|ms|s),");

	private static final Pattern REQUESTS = Pattern
		.compile("requests: \\d+ total, \\d+ started, (\\d+) done, (\\d+) succeeded, (\\d+) failed, (\\d+) errored");

	private static final Pattern STATUSES = Pattern
		.compile("status codes: \\d+ 2xx, (\\d+) 3xx, (\\d+) 4xx, (\\d+) 5xx");

	private static final Pattern DATA = Pattern.compile("\\((\\d+)\\) data");

	private final Path program;

	private final int connections;

	private final List<String> prefix;

	private final Path folder;

	private volatile @Nullable Process running;

	/**
	 * The tool.
	 * @param prefix what its command is put behind
	 * @param folder where it may write
	 */
	public H2load(Path program, int connections, List<String> prefix, Path folder) {
		this.program = program;
		this.connections = connections;
		this.prefix = prefix;
		this.folder = folder;
	}

	/**
	 * Asks for the asset over all connections as fast as the answers come.
	 * @param coding the coding it is asked in
	 * @param length how many bytes the body has on the wire
	 */
	public Load run(URI asset, String coding, int length, Duration duration) {
		return run(asset, coding, length, duration, HTTP_1_1);
	}

	/**
	 * The same over HTTP/2.
	 */
	public Load runMultiplexed(URI asset, String coding, int length, Duration duration) {
		return run(asset, coding, length, duration, HTTP_2);
	}

	/**
	 * Asks at a steady rate, however slowly the answers come.
	 * @param rate how many requests a second
	 */
	public Load runSteadily(URI asset, String coding, int length, Duration duration, double rate) {
		List<String> options = new ArrayList<>(HTTP_1_1);
		options.add(String.format(Locale.UK, "--rps=%.3f", rate / this.connections));
		return run(asset, coding, length, duration, options);
	}

	private Load run(URI asset, String coding, int length, Duration duration, List<String> options) {
		Path log = this.folder.resolve("h2load.log");
		try {
			Files.deleteIfExists(log);
			Process process = new ProcessBuilder(command(asset, coding, log, duration, options))
				.redirectErrorStream(true)
				.start();
			this.running = process;
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new Problem("h2load failed: %s.".formatted(output.strip()));
			}
			try (Stream<String> lines = Files.lines(log)) {
				return parse(output, micros(lines), length);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("h2load cannot be run", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private List<String> command(URI asset, String coding, Path log, Duration duration, List<String> options) {
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(List.of(this.program.toString(), "--threads=1", "--clients=" + this.connections,
				"--duration=" + duration.toSeconds(), "--log-file=" + log, "--header=Accept-Encoding: " + coding));
		command.addAll(options);
		command.add(asset.toString());
		return command;
	}

	/** A line of the log is start, status and time in microseconds. */
	static int[] micros(Stream<String> log) {
		int[] micros = log.mapToInt((line) -> Integer.parseInt(line, line.lastIndexOf('\t') + 1, line.length(), 10))
			.toArray();
		Arrays.sort(micros);
		return micros;
	}

	/**
	 * Reads what it prints.
	 * @param micros the time of each request, in order
	 */
	static Load parse(String output, int[] micros, int length) {
		Matcher requests = find(REQUESTS, output);
		Matcher statuses = find(STATUSES, output);
		long done = Long.parseLong(requests.group(1));
		long succeeded = Long.parseLong(requests.group(2));
		if (succeeded == 0 || micros.length == 0) {
			throw new Problem("Not one request was answered under load: %s.".formatted(output.strip()));
		}
		long wrong = sum(statuses);
		if (Long.parseLong(find(DATA, output).group(1)) < succeeded * length) {
			wrong = done;
		}
		return new Load(succeeded, duration(output), percentile(micros, 50), percentile(micros, 99), wrong,
				Long.parseLong(requests.group(3)));
	}

	/** Ctrl-C leaves nothing behind either. */
	@Override
	public void close() {
		Process load = this.running;
		if (load != null) {
			load.destroy();
		}
	}

	private static long sum(Matcher groups) {
		long sum = 0;
		for (int group = 1; group <= groups.groupCount(); group++) {
			sum += Long.parseLong(groups.group(group));
		}
		return sum;
	}

	private static long duration(String output) {
		Matcher finished = find(SECONDS, output);
		double unit = switch (finished.group(2)) {
			case "s" -> 1e6;
			case "ms" -> 1e3;
			default -> 1;
		};
		return Math.round(Double.parseDouble(finished.group(1)) * unit);
	}

	private static long percentile(int[] sorted, int percent) {
		return sorted[(int) Math.min(sorted.length - 1, (long) sorted.length * percent / 100)];
	}

	private static Matcher find(Pattern pattern, String output) {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			throw new Problem("h2load printed something unknown: %s.".formatted(output.strip()));
		}
		return matcher;
	}

}
