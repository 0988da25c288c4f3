package dev.clickpath.cli.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Shoppers who keep asking for pages, each one after the other at a steady pace, until
 * they are told to end. They try nothing twice, and look at every byte.
 */
final class Traffic implements AutoCloseable {

	private static final int SHOPPERS = 32;

	/** From one page of a shopper to the next; together 400 a second. */
	private static final Duration PACE = Duration.ofMillis(80);

	/** Longer than any time-out of the gateway's. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final byte[] page = StandIn.page();

	private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();

	private final ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor();

	private final int port;

	private volatile boolean open = true;

	/**
	 * What came of one request.
	 *
	 * @param nanos how long it took
	 * @param failure what went wrong, or null
	 */
	private record Visit(long nanos, @Nullable String failure) {
	}

	Traffic(int port) {
		this.port = port;
		for (int i = 0; i < SHOPPERS; i++) {
			int number = i;
			this.shoppers.execute(() -> shop(number));
		}
	}

	private void shop(int number) {
		Wire wire = null;
		long next = System.nanoTime() + PACE.toNanos() * number / SHOPPERS;
		for (int i = number; this.open; i++) {
			next = Math.max(next + PACE.toNanos(), System.nanoTime());
			pause(next);
			long start = System.nanoTime();
			String failure = null;
			try {
				if (wire == null) {
					wire = Wire.open(this.port, PATIENCE);
				}
				failure = ask(wire, (i % 3 == 0) ? StandIn.STREAMED : StandIn.PAGE);
			}
			catch (IOException | RuntimeException ex) {
				failure = ex.toString();
			}
			if (wire != null && (failure != null || !wire.isReusable())) {
				wire.close();
				wire = null;
			}
			this.visits.add(new Visit(System.nanoTime() - start, failure));
		}
		if (wire != null) {
			wire.close();
		}
	}

	private @Nullable String ask(Wire wire, String path) throws IOException {
		Reply reply = wire.ask("GET", path, Map.of());
		byte[] body = reply.body().readAllBytes();
		if (reply.status() != 200) {
			return path + " was answered " + reply.status();
		}
		return Arrays.equals(body, this.page) ? null : path + " was not the page";
	}

	private static void pause(long until) {
		try {
			TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Lets each of them have the answer that is still to come, and tells what they saw: a
	 * page that never comes is a failure, too.
	 */
	Seen end(String fault) {
		close();
		List<Long> nanos = new ArrayList<>();
		List<String> failures = new ArrayList<>();
		for (Visit visit : this.visits) {
			nanos.add(visit.nanos());
			if (visit.failure() != null) {
				failures.add(visit.failure());
			}
		}
		return Seen.of(fault, nanos, failures);
	}

	@Override
	public void close() {
		this.open = false;
		this.shoppers.close();
	}

}
