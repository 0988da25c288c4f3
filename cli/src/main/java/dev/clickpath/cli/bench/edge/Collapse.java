package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;

/**
 * What comes of many who ask at the same moment for something that is not stored.
 *
 * @param clients how many asked
 * @param originRequests how often the origin was asked for it
 * @param wrong how many got no answer, or not the right one
 * @param slowestMillis the longest that one of them waited
 */
record Collapse(int clients, long originRequests, int wrong, double slowestMillis) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final double NANOS_A_MILLI = 1e6;

	static Collapse measure(int edgePort, AssetOrigin origin, int clients) {
		String path = AssetOrigin.SLOW + System.nanoTime();
		long before = origin.requests();
		CountDownLatch connected = new CountDownLatch(clients);
		AtomicInteger right = new AtomicInteger();
		AtomicLong slowest = new AtomicLong();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int client = 0; client < clients; client++) {
				threads.execute(() -> {
					try (Wire wire = Wire.open(edgePort, PATIENCE)) {
						awaitAll(connected);
						long start = System.nanoTime();
						if (isRight(wire, path)) {
							right.incrementAndGet();
						}
						slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
					}
					catch (IOException ex) {
						// It is not counted as right, and the others need not wait for
						// it.
						connected.countDown();
					}
				});
			}
		}
		return new Collapse(clients, origin.requests() - before, clients - right.get(), slowest.get() / NANOS_A_MILLI);
	}

	private static boolean isRight(Wire wire, String path) throws IOException {
		Reply reply = wire.ask("GET", path, Map.of("Accept-Encoding", "identity"));
		return Arrays.equals(reply.body().readAllBytes(), AssetOrigin.body(path)) && reply.status() == 200;
	}

	/** Connecting takes longer than asking; the requests shall come at once. */
	private static void awaitAll(CountDownLatch connected) {
		connected.countDown();
		try {
			connected.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

}
