package dev.clickpath.cli.bench.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.StandaloneGateway;
import dev.clickpath.cli.http.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway gets done in its first seconds, counted from the start of its process:
 * with the cache of loaded classes that a training run left, and without.
 *
 * @param withCache pages within ten seconds
 * @param without pages within ten seconds
 */
record FirstSeconds(long withCache, long without) {

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int PAGES_OF_TRAINING = 5_000;

	private static final int CLIENTS = 16;

	static FirstSeconds measure(Arena arena) {
		Place place = Place.current();
		StandaloneGateway.forgetCache(place);
		long without = count(arena, "without-cache");
		StandaloneGateway.train(place, arena.setup("training", List.of()), FirstSeconds::train);
		try {
			return new FirstSeconds(count(arena, "with-cache"), without);
		}
		finally {
			StandaloneGateway.forgetCache(place);
		}
	}

	/**
	 * The same as a person reads it.
	 */
	String line() {
		String pages = "The first ten seconds from the start of the process: %,d pages with a cache of loaded classes, ";
		if (this.without == 0) {
			return String.format(Locale.UK, pages + "none without (aim: 3 x).", this.withCache);
		}
		return String.format(Locale.UK, pages + "%,d without: %.1f x (aim: 3).", this.withCache, this.without,
				(double) this.withCache / this.without);
	}

	private static void train(int port) {
		try (Wire wire = Wire.open(port, PATIENCE)) {
			for (int i = 0; i < PAGES_OF_TRAINING; i++) {
				if (!Pages.isPage(wire.ask("GET", Pages.PATH, Map.of()))) {
					throw new Problem("The gateway does not pass the page on while it is trained; build it again.");
				}
			}
		}
		catch (IOException ex) {
			throw new Problem("The gateway did not answer while it was trained.", ex);
		}
	}

	private static long count(Arena arena, String name) {
		long end = System.nanoTime() + WINDOW.toNanos();
		LongAdder answered = new LongAdder();
		try (StandaloneGateway gateway = StandaloneGateway.launch(Place.current(), arena.setup(name, List.of()))) {
			try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int i = 0; i < CLIENTS; i++) {
					clients.execute(() -> ask(gateway.port(), end, answered));
				}
			}
			if (!gateway.process().isAlive()) {
				throw new Problem("The gateway ended within its first ten seconds; it was built wrongly or is broken.");
			}
		}
		return answered.sum();
	}

	/** Connects again and again until someone is there and has pages. */
	private static void ask(int port, long end, LongAdder answered) {
		Wire wire = null;
		while (System.nanoTime() < end) {
			try {
				if (wire == null || !wire.isReusable()) {
					close(wire);
					wire = Wire.open(port, PATIENCE);
				}
				if (!Pages.isPage(wire.ask("GET", Pages.PATH, Map.of()))) {
					pause();
				}
				else if (System.nanoTime() < end) {
					answered.increment();
				}
			}
			catch (IOException ex) {
				close(wire);
				wire = null;
				pause();
			}
		}
		close(wire);
	}

	private static void close(@Nullable Wire wire) {
		if (wire != null) {
			wire.close();
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
