package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;

/**
 * What it costs to ask through the edge for what it does not have: one request after
 * another, through the edge and straight to the origin in turn.
 *
 * @param requests how many each way
 * @param edge times through the edge
 * @param origin times straight to the origin
 */
record Misses(int requests, Times edge, Times origin) {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * Times in milliseconds.
	 *
	 * @param p50 that half of the answers kept
	 * @param p99 that all but one in a hundred kept
	 */
	record Times(double p50, double p99) {

		private static final double NANOS_A_MILLI = 1e6;

		static Times of(long[] nanos) {
			long[] sorted = nanos.clone();
			Arrays.sort(sorted);
			return new Times(sorted[sorted.length / 2] / NANOS_A_MILLI,
					sorted[(int) (sorted.length * 99L / 100)] / NANOS_A_MILLI);
		}

	}

	/**
	 * Measures.
	 * @param warmUp how long the same is done before
	 */
	static Misses measure(int edgePort, AssetOrigin origin, Duration warmUp, int requests) {
		long[] edgeNanos = new long[requests];
		long[] originNanos = new long[requests];
		try (Wire edge = Wire.open(edgePort, PATIENCE); Wire straight = Wire.open(origin.port(), PATIENCE)) {
			long end = System.nanoTime() + warmUp.toNanos();
			for (int i = 0; System.nanoTime() < end; i++) {
				time(edge, "warm-up/edge/" + i);
				time(straight, "warm-up/origin/" + i);
			}
			long before = origin.requests();
			for (int i = 0; i < requests; i++) {
				edgeNanos[i] = time(edge, "edge/" + i);
				originNanos[i] = time(straight, "origin/" + i);
			}
			check(origin.requests() - before, 2L * requests);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A miss was not answered", ex);
		}
		return new Misses(requests, Times.of(edgeNanos), Times.of(originNanos));
	}

	double extraP50() {
		return this.edge.p50() - this.origin.p50();
	}

	double extraP99() {
		return this.edge.p99() - this.origin.p99();
	}

	private static long time(Wire wire, String name) throws IOException {
		String path = AssetOrigin.MISSES + name;
		long start = System.nanoTime();
		Reply reply = wire.ask("GET", path, Map.of("Accept-Encoding", "identity"));
		byte[] body = reply.body().readAllBytes();
		long took = System.nanoTime() - start;
		if (reply.status() != 200 || !Arrays.equals(body, AssetOrigin.body(path))) {
			throw new Problem("%s was answered wrongly: %s.".formatted(wire.address(path), reply));
		}
		return took;
	}

	private static void check(long asked, long expected) {
		if (asked != expected) {
			throw new Problem("The origin was asked %d times instead of %d, so these were not all misses."
				.formatted(asked, expected));
		}
	}

}
