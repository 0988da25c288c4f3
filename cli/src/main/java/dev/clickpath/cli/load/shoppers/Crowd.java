package dev.clickpath.cli.load.shoppers;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.browsing.Bodies;
import dev.clickpath.cli.load.browsing.Surroundings;
import dev.clickpath.cli.load.browsing.Target;
import dev.clickpath.cli.load.browsing.Window;
import dev.clickpath.cli.load.visits.Pauses;
import dev.clickpath.cli.load.visits.Plan;
import dev.clickpath.cli.load.visits.Visit;
import dev.clickpath.cli.shopping.Till;
import org.jspecify.annotations.Nullable;

/**
 * All who come to the shop, when they are to come, whether it keeps up or not. Those who
 * have left may come again.
 */
public final class Crowd implements AutoCloseable {

	/** Of a shop that stands still; who comes then waits outside, and that counts. */
	private static final int MOST_ABOUT = 5_000;

	private static final int MOST_REGULARS = 5_000;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ExecutorService asides = Executors.newVirtualThreadPerTaskExecutor();

	private final Surroundings surroundings;

	private final Ledger ledger;

	private final List<String> vocabulary;

	private final String salt;

	private final Clock clock;

	private final ConcurrentLinkedQueue<Person> regulars = new ConcurrentLinkedQueue<>();

	private final AtomicInteger persons = new AtomicInteger();

	private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

	private final Semaphore room;

	/**
	 * Nobody yet; the time begins to run.
	 * @param vocabulary words to search for
	 * @param salt small letters and digits that tell these persons from those of earlier
	 * runs
	 */
	public Crowd(Target target, Ledger ledger, Duration patience, List<String> vocabulary, String salt,
			Duration length) {
		this(target, ledger, patience, vocabulary, salt, length, MOST_ABOUT);
	}

	Crowd(Target target, Ledger ledger, Duration patience, List<String> vocabulary, String salt, Duration length,
			int room) {
		this.surroundings = new Surroundings(target, ledger, new Bodies(), this.asides, patience);
		this.ledger = ledger;
		this.vocabulary = vocabulary;
		this.salt = salt;
		this.clock = new Clock(ledger, length.toNanos());
		this.room = new Semaphore(room);
	}

	/**
	 * Lets them come, and returns when it is over and all have left.
	 */
	public void come(Plan plan) throws InterruptedException {
		boolean open = true;
		for (Visit visit : plan) {
			// Those who were here before it began wait for their next page themselves.
			boolean before = visit.steps().getFirst().pause().isPositive();
			long arrival = this.clock.begin() + visit.arrival().toNanos();
			if (!before && !this.clock.await(arrival) && !this.clock.isBeforeEnd(arrival)) {
				break;
			}
			open = open && hasRoom();
			if (open) {
				this.threads.execute(() -> visit(visit, plan.pauses()));
			}
			else if (this.clock.isBeforeEnd(arrival)) {
				// Whoever leaves these out tells of nobody's worst wait.
				this.ledger.outside();
			}
		}
		this.threads.close();
		Throwable broken = this.broken.get();
		if (broken != null) {
			throw new IllegalStateException("A shopper could not go on", broken);
		}
	}

	/** Waits for a place; there is none for whoever gets it when it is over. */
	private boolean hasRoom() throws InterruptedException {
		if (this.room.tryAcquire()) {
			return true;
		}
		this.room.acquire();
		if (this.clock.isOver()) {
			this.room.release();
			return false;
		}
		return true;
	}

	private void visit(Visit visit, Pauses pauses) {
		Person person = person(visit);
		this.ledger.enter();
		try (Window window = new Window(this.surroundings, person.cookies(), person.cache(), person.address(),
				person.identity())) {
			Till till = new Till(window, this.asides);
			Shopper shopper = new Shopper(person, window, this.ledger, this.clock, this.vocabulary, till, pauses,
					new SplittableRandom(visit.seed()));
			if (shopper.visit(visit) && this.regulars.size() < MOST_REGULARS) {
				this.regulars.add(person);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException | Error ex) {
			// Shoppers who vanish must not look like shoppers who are content.
			this.broken.compareAndSet(null, ex);
			stop();
		}
		finally {
			this.ledger.leave();
			this.room.release();
		}
	}

	private Person person(Visit visit) {
		Person regular = visit.returning() ? this.regulars.poll() : null;
		return (regular != null) ? regular : new Person(this.persons.getAndIncrement(), this.salt);
	}

	/** It is over: everybody leaves once they have their answer. */
	public void stop() {
		this.clock.stop();
	}

	@Override
	public void close() {
		stop();
		this.threads.close();
		this.asides.close();
	}

}
