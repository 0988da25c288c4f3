package dev.clickpath.cli.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.search.ShopSearch.Answer;

/**
 * Asks again and again, over several connections at the same time.
 */
final class Load {

	private final int port;

	/** Each run goes on where the one before it stopped. */
	private final AtomicInteger next = new AtomicInteger();

	Load(int port) {
		this.port = port;
	}

	private record Times(List<Double> millis, List<Double> inIndex) {

	}

	Timings run(List<String> paths, int connections, Duration time) {
		long start = System.nanoTime();
		List<Double> millis = new ArrayList<>();
		List<Double> inIndex = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
			List<Future<Times>> running = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				running.add(threads.submit(() -> ask(paths, start + time.toNanos())));
			}
			for (Future<Times> each : running) {
				millis.addAll(each.get().millis());
				inIndex.addAll(each.get().inIndex());
			}
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new Problem("The catalogue does not answer (%s); run it again.".formatted(ex.getMessage()), ex);
		}
		return Timings.of(millis, inIndex, (System.nanoTime() - start) / 1e9);
	}

	private Times ask(List<String> paths, long end) {
		Times times = new Times(new ArrayList<>(), new ArrayList<>());
		try (ShopSearch search = ShopSearch.at(this.port)) {
			while (System.nanoTime() < end) {
				int turn = Math.floorMod(this.next.getAndIncrement(), paths.size());
				Answer answer = search.ask(paths.get(turn));
				times.millis().add(answer.millis());
				times.inIndex().add(answer.inIndex());
			}
		}
		return times;
	}

}
