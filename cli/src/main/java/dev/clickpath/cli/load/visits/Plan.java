package dev.clickpath.cli.load.visits;

import java.time.Duration;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All visits of a run. People come as they like, whether the shop keeps up or not (an
 * open model): their arrivals are a Poisson process of a steady rate. The shop has been
 * open for long when the run begins, so some are in the middle of their visit by then.
 */
public final class Plan implements Iterable<Visit> {

	private static final double NANOS_A_SECOND = 1e9;

	/** Enough to know their mean length to one in a hundred. */
	private static final int SAMPLE = 20_000;

	/** Nobody's visit is longer than so many pauses, but for one in a million. */
	private static final int LONGEST_VISIT = 80;

	private final Habits habits;

	private final Pauses pauses;

	private final double rate;

	private final Duration length;

	private final long seed;

	private Plan(Pauses pauses, double rate, Duration length, long seed) {
		this.habits = new Habits(pauses);
		this.pauses = pauses;
		this.rate = rate;
		this.length = length;
		this.seed = seed;
	}

	/**
	 * A plan by how many come.
	 * @param rate arrivals a second
	 * @param length for how long they come
	 */
	public static Plan ofRate(double rate, Pauses pauses, Duration length, long seed) {
		return new Plan(pauses, rate, length, seed);
	}

	/**
	 * A plan by how many are about the shop at a time, on average, while its pages are
	 * there at once: by Little's law that is the rate times the mean length of a visit.
	 */
	public static Plan ofUsers(int users, Pauses pauses, Duration length, long seed) {
		return new Plan(pauses, users / visitSeconds(pauses), length, seed);
	}

	/** The mean length of a visit, in seconds. */
	static double visitSeconds(Pauses pauses) {
		Habits habits = new Habits(pauses);
		RandomGenerator.SplittableGenerator random = new SplittableRandom(0);
		return Stream.generate(() -> habits.visit(0, Duration.ZERO, random.nextLong()))
			.limit(SAMPLE)
			.mapToDouble((visit) -> visit.length().toNanos() / NANOS_A_SECOND)
			.average()
			.orElseThrow();
	}

	/** Arrivals a second. */
	public double rate() {
		return this.rate;
	}

	/**
	 * How many are about the shop at a time, on average, while its pages are there at
	 * once.
	 */
	public double users() {
		return this.rate * visitSeconds(this.pauses);
	}

	public long seed() {
		return this.seed;
	}

	public Pauses pauses() {
		return this.pauses;
	}

	/**
	 * Those who are in the middle of their visit come first, the others as they arrive.
	 */
	@Override
	public Iterator<Visit> iterator() {
		SplittableRandom random = new SplittableRandom(this.seed);
		Duration first = this.pauses.mean().multipliedBy(LONGEST_VISIT).negated();
		Stream<Visit> all = Stream
			.iterate(next(0, first, random), (visit) -> visit.arrival().compareTo(this.length) < 0,
					(visit) -> next(visit.number() + 1, visit.arrival(), random))
			.map((visit) -> visit.arrival().isNegative() ? visit.rest() : visit)
			.filter((visit) -> !visit.steps().isEmpty() && visit.arrival().compareTo(this.length) < 0);
		return all.iterator();
	}

	/** Everything about the plan in the order in which it was drawn. */
	public Stream<Visit> stream() {
		return StreamSupport.stream(spliterator(), false);
	}

	private Visit next(int number, Duration after, SplittableRandom random) {
		double seconds = -Math.log(1 - random.nextDouble()) / this.rate;
		return this.habits.visit(number, after.plusNanos((long) (seconds * NANOS_A_SECOND)), random.nextLong());
	}

}
