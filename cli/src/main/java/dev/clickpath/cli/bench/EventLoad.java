package dev.clickpath.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import dev.clickpath.cli.Problem;

/**
 * Tells events over several connections at the same time. Each event is another one: who
 * does what with which product is drawn, the time goes on by itself.
 */
final class EventLoad {

	private static final int VISITORS = 50_000;

	private static final int PRODUCTS = 20_000;

	/** One batch in so many is told a second time, as after an answer that got lost. */
	private static final int REPEATED = 10;

	private static final int ACCEPTED = 202;

	private final URI events;

	private final int batch;

	/** In microseconds since 1970: a day is more of them than there will be events. */
	private final AtomicLong clock = new AtomicLong(Instant.now().minus(Duration.ofDays(1)).toEpochMilli() * 1_000);

	EventLoad(int port, int batch) {
		this.events = URI.create("http://127.0.0.1:" + port + "/events");
		this.batch = batch;
	}

	/**
	 * What was told.
	 *
	 * @param events different ones
	 */
	record Told(long events, double seconds, List<Double> sorted) {

		double millis(double quantile) {
			return this.sorted.get((int) Math.min(this.sorted.size() - 1L, (long) (quantile * this.sorted.size())));
		}

	}

	Told run(int connections, Duration time) {
		long start = System.nanoTime();
		long end = start + time.toNanos();
		List<Double> millis = new ArrayList<>();
		long events = 0;
		try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
				ExecutorService threads = Executors.newFixedThreadPool(connections)) {
			List<Future<List<Double>>> running = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				SplittableRandom random = new SplittableRandom(start + i);
				running.add(threads.submit(() -> tell(client, random, end)));
			}
			for (Future<List<Double>> each : running) {
				List<Double> batches = each.get();
				events += (long) batches.size() * this.batch;
				millis.addAll(batches);
			}
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new Problem("The service does not take events (%s); run it again.".formatted(ex.getMessage()), ex);
		}
		return new Told(events, (System.nanoTime() - start) / 1e9, millis.stream().sorted().toList());
	}

	/** The milliseconds that each batch took. */
	private List<Double> tell(HttpClient client, SplittableRandom random, long end)
			throws IOException, InterruptedException {
		List<Double> millis = new ArrayList<>();
		while (System.nanoTime() < end) {
			HttpRequest request = HttpRequest.newBuilder(this.events)
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body(random)))
				.build();
			long before = System.nanoTime();
			send(client, request);
			millis.add((System.nanoTime() - before) / 1e6);
			if (millis.size() % REPEATED == 0) {
				send(client, request);
			}
		}
		return millis;
	}

	private static void send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() != ACCEPTED) {
			throw new IOException("status " + response.statusCode() + ": " + response.body());
		}
	}

	private String body(SplittableRandom random) {
		StringBuilder json = new StringBuilder(this.batch * 150).append('[');
		for (int i = 0; i < this.batch; i++) {
			int kind = random.nextInt(20);
			json.append((i > 0) ? "," : "")
				.append("{\"visitor\":\"bench-visitor-of-27-chars-")
				.append(random.nextInt(VISITORS))
				.append("\",\"type\":\"")
				.append((kind == 0) ? "purchase" : (kind < 3) ? "basket" : "view")
				.append("\",\"product\":\"p")
				.append((int) (PRODUCTS * Math.pow(random.nextDouble(), 3)))
				.append("\",\"region\":\"eu\",\"at\":\"")
				.append(Instant.EPOCH.plusNanos(this.clock.incrementAndGet() * 1_000))
				.append("\"}");
		}
		return json.append(']').toString();
	}

}
