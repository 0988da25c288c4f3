package dev.clickpath.cli.faults.checkout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Kills processes at random moments, most of them while somebody is at the checkout. It
 * lets shoppers buy a little in between: a shop that is always down shows nothing.
 */
final class Killer {

	private static final List<Moment> MOMENTS = List.of(Moment.FILLING, Moment.ORDERING, Moment.ORDERING,
			Moment.ORDERING, Moment.ORDERING, Moment.CONFIRMING, Moment.CONFIRMING, Moment.CANCELLING,
			Moment.CANCELLING, Moment.BETWEEN);

	private static final List<Target> TARGETS = Arrays.stream(Target.values())
		.flatMap((target) -> Collections.nCopies(target.weight(), target).stream())
		.toList();

	/** An act takes some tens of milliseconds, and longer the more has died before. */
	private static final int LONGEST_AIM_MILLIS = 120;

	private final Victims victims;

	private final Crowd crowd;

	private final RandomGenerator random;

	private final Pace pace;

	private final Consumer<Kill> told;

	/**
	 * How fast it goes.
	 *
	 * @param orders so many are confirmed between two kills
	 * @param breath unless that takes longer than this
	 * @param moment how long a certain moment is waited for
	 */
	record Pace(int orders, Duration breath, Duration moment) {

		static final Pace USUAL = new Pace(4, Duration.ofSeconds(12), Duration.ofSeconds(3));

	}

	/**
	 * A killer.
	 * @param told hears of each kill
	 */
	Killer(Victims victims, Crowd crowd, RandomGenerator random, Pace pace, Consumer<Kill> told) {
		this.victims = victims;
		this.crowd = crowd;
		this.random = random;
		this.pace = pace;
		this.told = told;
	}

	/**
	 * Kills so many times, or until the time is over.
	 */
	List<Kill> run(int times, Duration limit) throws InterruptedException {
		long start = System.nanoTime();
		List<Kill> kills = new ArrayList<>();
		while (kills.size() < times && System.nanoTime() - start < limit.toNanos()) {
			this.crowd.awaitOrders(this.crowd.orders() + this.pace.orders(), this.pace.breath());
			Moment moment = aim();
			Target target = TARGETS.get(this.random.nextInt(TARGETS.size()));
			Optional<String> killed = this.victims.kill(target, this.random);
			if (killed.isPresent()) {
				Kill kill = new Kill(Duration.ofNanos(System.nanoTime() - start), target, killed.get(), moment);
				kills.add(kill);
				this.told.accept(kill);
			}
		}
		return kills;
	}

	private Moment aim() throws InterruptedException {
		Moment moment = MOMENTS.get(this.random.nextInt(MOMENTS.size()));
		if (moment != Moment.BETWEEN) {
			this.crowd.await(moment, this.pace.moment());
		}
		TimeUnit.MILLISECONDS.sleep(this.random.nextInt(LONGEST_AIM_MILLIS));
		return this.crowd.await(moment, Duration.ZERO) ? moment : Moment.BETWEEN;
	}

}
