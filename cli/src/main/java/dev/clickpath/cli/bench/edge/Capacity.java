package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.StandaloneEdge;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;
import dev.clickpath.cli.process.Memory;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the edge's memory and pauses when many more small objects go through it
 * than its store holds.
 *
 * @param objects how many were asked for
 * @param answered how many the edge answered before it ended, if it did
 * @param requestsPerSecond how fast they came
 * @param kept about how many the store holds in the end
 * @param pauses of the garbage collector meanwhile
 * @param residentMebibytes memory of the edge's process in the end
 * @param allowedMebibytes its store and what it may take beside it
 */
record Capacity(int objects, int answered, double requestsPerSecond, long kept, GcLog pauses, double residentMebibytes,
		double allowedMebibytes) {

	/** As the shop has it. */
	private static final int STORE_MEBIBYTES = 64;

	private static final int BESIDE_MEBIBYTES = 200;

	private static final int CLIENTS = 16;

	private static final int SAMPLES = 5_000;

	private static final double KIBIBYTES_A_MEBIBYTE = 1024;

	private static final double NANOS_A_SECOND = 1e9;

	/** A connection's end may be ahead of the process's. */
	private static final Duration DYING = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * Measures an edge whose JVM writes that log.
	 */
	static Capacity measure(StandaloneEdge edge, Path gcLog, AssetOrigin origin, int objects) {
		try {
			int began = Files.readAllLines(gcLog).size();
			long start = System.nanoTime();
			int answered = askForAll(edge, objects);
			double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
			List<String> lines = Files.readAllLines(gcLog);
			double resident = Memory.ofAlone(edge.process()).resident() / KIBIBYTES_A_MEBIBYTE;
			return new Capacity(objects, answered, answered / seconds,
					(answered < objects) ? 0 : kept(edge.port(), origin, objects),
					GcLog.parse(lines.subList(began, lines.size())), resident, STORE_MEBIBYTES + BESIDE_MEBIBYTES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The edge did not answer", ex);
		}
	}

	/** That the edge ends is a result; that it breaks connections off is not. */
	private static int askForAll(StandaloneEdge edge, int objects) throws IOException {
		AtomicInteger next = new AtomicInteger();
		AtomicInteger answered = new AtomicInteger();
		AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int client = 0; client < CLIENTS; client++) {
				threads.execute(() -> {
					try (Wire wire = Wire.open(edge.port(), PATIENCE)) {
						for (int i = next.getAndIncrement(); i < objects; i = next.getAndIncrement()) {
							ask(wire, i);
							answered.incrementAndGet();
						}
					}
					catch (IOException ex) {
						failure.set(ex);
						next.set(objects);
					}
				});
			}
		}
		IOException failed = failure.get();
		if (failed != null && edge.hasEnded(DYING)) {
			return answered.get();
		}
		if (failed != null) {
			throw failed;
		}
		return objects;
	}

	/** Some are asked for again: those that the origin is not asked for are kept. */
	private static long kept(int port, AssetOrigin origin, int objects) throws IOException {
		int samples = Math.min(SAMPLES, objects);
		long before = origin.requests();
		try (Wire wire = Wire.open(port, PATIENCE)) {
			for (int i = 0; i < samples; i++) {
				ask(wire, (int) ((long) i * objects / samples));
			}
		}
		long asked = origin.requests() - before;
		return (samples - asked) * objects / samples;
	}

	private static void ask(Wire wire, int number) throws IOException {
		String path = AssetOrigin.SMALL + number;
		Reply reply = wire.ask("GET", path, Map.of());
		if (!Arrays.equals(reply.body().readAllBytes(), AssetOrigin.body(path)) || reply.status() != 200) {
			throw new Problem("%s was answered wrongly: %s.".formatted(wire.address(path), reply));
		}
	}

}
