package dev.clickpath.cli.soak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.application.StandaloneEdge;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.process.Memory;
import org.jspecify.annotations.Nullable;

/**
 * One trial of an edge of its own: origin, clients and publishers, from the first request
 * to the last.
 */
final class Trial implements AutoCloseable {

	private static final int PUBLISHERS = 2;

	private static final Duration BETWEEN_PUBLICATIONS = Duration.ofMillis(100);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	private static final int LOOKS_A_REPORT = 10;

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

	/** Less than the small resources take in all codings, so that some are evicted. */
	private static final int CACHE_MEBIBYTES = 16;

	private static final int BESIDE_MEBIBYTES = 200;

	private static final long KIBIBYTES_A_MEBIBYTE = 1024;

	/** The same resources every time; what is asked when is left to chance. */
	private static final long SEED = 20_260_101;

	private final Shelf shelf = new Shelf(new Random(SEED));

	private final Ledger ledger = new Ledger(InstantSource.system(), FaultyOrigin.HANG.plus(READ_TIMEOUT));

	private final Judge judge = new Judge(this.ledger);

	private final Tally tally = new Tally(System.err::println);

	private final AtomicBoolean over = new AtomicBoolean();

	private final FaultyOrigin origin;

	private final StandaloneEdge edge;

	private final @Nullable PurgeClient purges;

	private long resident;

	private long mostResident;

	private Trial(Place place, boolean withPurges) {
		this.origin = new FaultyOrigin(FreePorts.any(), this.shelf, this.ledger, this.tally,
				() -> Fault.any(ThreadLocalRandom.current()));
		String token = UUID.randomUUID().toString();
		this.edge = StandaloneEdge.start(place,
				new StandaloneEdge.Setup(this.origin.port(), log(place.home().open()), List.of(), List.of(),
						Map.of("clickpath.edge.purge-token", token, "clickpath.edge.cache-size", CACHE_MEBIBYTES + "MB",
								"clickpath.edge.read-timeout", READ_TIMEOUT.toSeconds() + "s"),
						null));
		this.purges = withPurges ? new PurgeClient(this.edge.management(), token) : null;
	}

	/**
	 * Starts origin and edge.
	 * @param withPurges whether the edge is told of changes
	 */
	static Trial open(Place place, boolean withPurges) {
		return new Trial(place, withPurges);
	}

	private static Path log(Home home) {
		return home.log("soak-edge");
	}

	/**
	 * Runs for that long.
	 * @return whether nothing was wrong
	 */
	boolean run(Duration time, int clients) {
		tell("Trying the edge for %d min with %d clients.".formatted(time.toMinutes(), clients));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int client = 0; client < clients; client++) {
				threads.execute(this::askAllTheTime);
			}
			for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
				threads.execute(this::publishAllTheTime);
			}
			watch(time);
			this.over.set(true);
		}
		return this.tally.wrong() == 0;
	}

	private void askAllTheTime() {
		Asker asker = new Asker(this.shelf, new Random());
		try (Client client = new Client(this.edge.port(), this.ledger, this.judge, this.tally)) {
			while (!this.over.get()) {
				Ask ask = asker.next();
				Verdict verdict = client.ask(ask);
				if (verdict != null && verdict.learnt() != null) {
					asker.keep(ask, verdict.learnt());
				}
			}
		}
	}

	private void publishAllTheTime() {
		Publisher publisher = new Publisher(this.shelf, this.ledger, this.tally, this.purges,
				URI.create("http://127.0.0.1:" + this.edge.port()), new Random());
		try (Client client = new Client(this.edge.port(), this.ledger, this.judge, this.tally)) {
			while (!this.over.get()) {
				publisher.publish(client);
				LockSupport.parkNanos(BETWEEN_PUBLICATIONS.toNanos());
			}
		}
	}

	private void watch(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		for (int look = 1; System.nanoTime() < end; look++) {
			if (this.edge.hasEnded(BETWEEN_LOOKS)) {
				this.tally.wrong("the edge's process ended by itself");
				return;
			}
			this.resident = Memory.ofAlone(this.edge.process()).resident() / KIBIBYTES_A_MEBIBYTE;
			this.mostResident = Math.max(this.mostResident, this.resident);
			if (look % LOOKS_A_REPORT == 0) {
				tell(String.format(Locale.UK, "%,d requests, %,d wrong answers, %d MiB", this.tally.requests(),
						this.tally.wrong(), this.resident));
			}
		}
	}

	/**
	 * What happened, as a person reads it.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>(this.tally.lines());
		lines.add("memory          %d MiB resident in the end, %d MiB at most (aim: %d)".formatted(this.resident,
				this.mostResident, CACHE_MEBIBYTES + BESIDE_MEBIBYTES));
		return lines;
	}

	private static void tell(String message) {
		System.err.println(message);
	}

	@Override
	public void close() {
		this.edge.close();
		this.origin.close();
	}

}
