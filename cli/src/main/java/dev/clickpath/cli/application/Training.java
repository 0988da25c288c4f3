package dev.clickpath.cli.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import dev.clickpath.cli.process.LifeLine;
import dev.clickpath.cli.process.Signal;
import dev.clickpath.cli.supervision.Program;
import org.jspecify.annotations.Nullable;

/**
 * Makes the caches that let the JVMs start with their classes loaded and linked. Each
 * service is run once more beside the open shop, asked a few things, and writes its cache
 * when it ends: one after another where people use the shop, else as many at a time as
 * there are processors, two at most, since each takes half a gibibyte while it writes.
 */
public final class Training implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(15);

	private static final int ROUNDS = 5;

	/** Not a name the shop would give, but one it takes. */
	private static final String COOKIE = "visitor=" + "-".repeat(27);

	private final House house;

	private final Home home;

	private final Programs programs;

	private final Set<Process> running = new HashSet<>();

	private boolean closed;

	public Training(House house, Home home, Programs programs) {
		this.house = house;
		this.home = home;
		this.programs = programs;
	}

	/**
	 * Makes the missing caches while others go on, with the least priority.
	 */
	public void inBackground(PrintStream out) {
		Thread.ofPlatform().daemon().name("training").start(() -> {
			try {
				if (trainAll(List.of("nice", "-n", "19"), 1, out)) {
					out.println("The next start is quicker: the caches of loaded classes are written.");
				}
			}
			catch (Problem problem) {
				if (!isClosed()) {
					out.println(problem.getMessage());
				}
			}
		});
	}

	/**
	 * Makes the missing caches and returns when they are there.
	 */
	public void inFront(PrintStream out) {
		trainAll(List.of(), Math.min(2, Runtime.getRuntime().availableProcessors()), out);
	}

	/**
	 * Lays out what was prepared for container images.
	 */
	public void layOut(ImageLayers layers) {
		layers.write(this.house, this.programs);
	}

	/** Tells whether there was anything to do. */
	private boolean trainAll(List<String> prefix, int atATime, PrintStream out) {
		Map<String, Service> missing = new LinkedHashMap<>();
		this.house.services()
			.stream()
			.filter((service) -> !Files.exists(Jvm.cache(service, this.programs.application(service))))
			.forEach((service) -> missing.putIfAbsent(service.module(), service));
		try (ExecutorService trainers = Executors.newFixedThreadPool(atATime)) {
			List<Future<?>> trainings = new ArrayList<>();
			for (Service service : missing.values()) {
				trainings.add(trainers.submit(() -> train(service, prefix, out)));
			}
			trainings.forEach(Training::await);
		}
		return !missing.isEmpty();
	}

	private static void await(Future<?> training) {
		try {
			training.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Problem problem) ? problem : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted while caches were written.");
		}
	}

	private void train(Service service, List<String> prefix, PrintStream out) {
		long start = System.nanoTime();
		train(service, prefix);
		if (prefix.isEmpty()) {
			out.println("  %-24s cache written after %d s".formatted(service.module(),
					Duration.ofNanos(System.nanoTime() - start).toSeconds()));
		}
	}

	private void train(Service service, List<String> prefix) {
		Application application = this.programs.application(service);
		Path cache = Jvm.cache(service, application);
		Path unfinished = cache.resolveSibling("unfinished.aot");
		Path log = this.home.log("prepare-" + service.module());
		Service elsewhere = service.at(FreePorts.anyPair(), FreePorts.anyPair());
		Program program = this.programs.service(elsewhere, Jvm.record(service, application, unfinished));
		Process process = null;
		try {
			process = launch(program, prefix, log);
			await(process, program, log);
			visit(elsewhere);
			Signal.TERM.send(process.pid());
			if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES) || !Files.exists(unfinished)) {
				throw notTrained(service, log);
			}
			Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw notTrained(service, log);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw notTrained(service, log);
		}
		finally {
			if (process != null) {
				end(process);
			}
		}
	}

	private synchronized Process launch(Program program, List<String> prefix, Path log) throws IOException {
		if (this.closed) {
			throw new IOException("The shop closes");
		}
		List<String> command = new ArrayList<>(prefix);
		command.addAll(program.command());
		ProcessBuilder builder = LifeLine.command(program.stopSignal(), command)
			.directory(program.directory().toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().putAll(program.environment());
		Process process = builder.start();
		this.running.add(process);
		return process;
	}

	private static void await(Process process, Program program, Path log) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + LIMIT.toNanos();
		while (!program.ready().test(process.pid())) {
			if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
				throw new IOException("Not ready, see " + log);
			}
		}
	}

	private static void visit(Service service) {
		for (int round = 0; round < ROUNDS; round++) {
			service.visits().forEach((path) -> visit("http://127.0.0.1:%d%s".formatted(service.port(), path)));
		}
	}

	/** Whatever the answer is, the classes that made it are loaded. */
	private static void visit(String address) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
			connection.setConnectTimeout(10_000);
			connection.setReadTimeout(10_000);
			connection.setRequestProperty("Accept-Encoding", "br, gzip");
			connection.setRequestProperty("Cookie", COOKIE);
			if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
				try (InputStream body = connection.getInputStream()) {
					body.transferTo(OutputStream.nullOutputStream());
				}
			}
		}
		catch (IOException ex) {
			// The next address may answer.
		}
	}

	private static Problem notTrained(Service service, Path log) {
		return new Problem(
				"No cache of loaded classes could be written for %s, which works without and starts later; see %s."
					.formatted(service.module(), log));
	}

	private synchronized boolean isClosed() {
		return this.closed;
	}

	/** Kills what is left of a run, the JVM that writes the cache included. */
	private synchronized void end(Process process) {
		if (this.running.remove(process)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			LifeLine.release(process);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		List.copyOf(this.running).forEach(this::end);
	}

}
