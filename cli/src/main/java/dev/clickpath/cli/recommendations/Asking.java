package dev.clickpath.cli.recommendations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;

/**
 * Asks for recommendations, one visitor after the other, over several connections at the
 * same time.
 */
final class Asking {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Pattern MODEL = Pattern.compile("model(?:;desc=\"[^\"]*\")?;dur=([\\d.]+)");

	private static final Map<String, String> HEADERS = Map.of("Accept", "application/json");

	private final int port;

	private final int visitors;

	private final AtomicInteger next = new AtomicInteger();

	Asking(int port, int visitors) {
		this.port = port;
		this.visitors = visitors;
	}

	Answers run(int connections, Duration time) {
		long start = System.nanoTime();
		List<Answers.Time> times = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
			List<Future<List<Answers.Time>>> running = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				running.add(threads.submit(() -> ask(start + time.toNanos())));
			}
			for (Future<List<Answers.Time>> each : running) {
				times.addAll(each.get());
			}
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new Problem(
					"The recommendation service does not answer (%s); run it again.".formatted(ex.getMessage()), ex);
		}
		return Answers.of(times, (System.nanoTime() - start) / 1e9);
	}

	private List<Answers.Time> ask(long end) throws IOException {
		List<Answers.Time> times = new ArrayList<>();
		try (Wire wire = Wire.open(this.port, PATIENCE)) {
			while (System.nanoTime() < end) {
				String visitor = SimulatedShoppers.visitor(Math.floorMod(this.next.getAndIncrement(), this.visitors));
				long before = System.nanoTime();
				Reply reply = wire.ask("GET", "/visitors/" + visitor + "/recommendations?limit=10", HEADERS);
				String body = new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
				long after = System.nanoTime();
				if (reply.status() != 200 || !body.contains("simulated-")) {
					throw new Problem(
							"The recommendation service answered %s to %s: %s.".formatted(reply, visitor, body));
				}
				times.add(new Answers.Time((float) ((after - before) / 1e6), inModel(reply)));
			}
		}
		return times;
	}

	private static float inModel(Reply reply) {
		Matcher matcher = MODEL.matcher(String.valueOf(reply.field("Server-Timing")));
		return matcher.find() ? Float.parseFloat(matcher.group(1)) : 0;
	}

}
