package dev.clickpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.clickpath.cli.process.BoundedLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Shows what the services wrote.
 */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the end of the logs.")
final class Logs implements Runnable {

	private static final int POLL_MILLIS = 200;

	private static final int MOST_LINES = 1_000_000;

	private static final String ENDING = ".log";

	@Parameters(paramLabel = "SERVICE", arity = "0..1",
			description = "One process of ./clickpath status (default: all).")
	private @Nullable String service;

	@Option(names = { "-f", "--follow" }, description = "Go on with what comes, until Ctrl-C.")
	private boolean follow;

	@Option(names = { "-n", "--lines" }, paramLabel = "N", defaultValue = "50",
			description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
	private int lines;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public void run() {
		Bounds.check(this.spec, "--lines", this.lines, 0, MOST_LINES);
		Home home = Place.current().home();
		Map<Path, Long> told = new TreeMap<>();
		try {
			for (Path log : logs(home)) {
				told.put(log, Files.size(log));
				show(log, BoundedLog.tail(log, this.lines), System.out);
			}
			while (this.follow && !new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
				for (Path log : logs(home)) {
					told.merge(log, 0L, (before, none) -> before);
					told.computeIfPresent(log, this::showFrom);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The logs in %s cannot be read".formatted(home.logs()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<Path> logs(Home home) throws IOException {
		if (this.service != null) {
			Path log = home.log(this.service);
			if (!Files.exists(log)) {
				throw new Problem(
						"There is no log of %s; ./clickpath status names the processes.".formatted(this.service));
			}
			return List.of(log);
		}
		if (!Files.exists(home.logs())) {
			throw new Problem("There are no logs yet; start the shop with ./clickpath up.");
		}
		try (Stream<Path> files = Files.list(home.logs())) {
			return files.filter((file) -> file.toString().endsWith(ENDING)).sorted().toList();
		}
	}

	/** A log that has become shorter has begun anew. */
	private long showFrom(Path log, long position) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long from = (file.length() < position) ? 0 : position;
			byte[] news = new byte[Math.toIntExact(file.length() - from)];
			file.seek(from);
			file.readFully(news);
			String text = new String(news, StandardCharsets.UTF_8);
			int end = text.lastIndexOf('\n') + 1;
			show(log, text.substring(0, end).lines().toList(), System.out);
			return from + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
		}
		catch (IOException ex) {
			return position;
		}
	}

	private void show(Path log, List<String> text, PrintStream out) {
		String name = log.getFileName().toString();
		String prefix = (this.service != null) ? "" : name.substring(0, name.length() - ENDING.length()) + " | ";
		text.forEach((line) -> out.println(prefix + line));
	}

}
