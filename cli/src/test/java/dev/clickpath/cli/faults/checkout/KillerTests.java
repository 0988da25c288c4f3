package dev.clickpath.cli.faults.checkout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KillerTests {

	private static final Killer.Pace FAST = new Killer.Pace(1, Duration.ofMillis(1), Duration.ofMillis(1));

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final List<Kill> told = new ArrayList<>();

	@Test
	void killsAsOftenAsItIsToldAndSaysWhat() throws InterruptedException {
		List<Kill> kills = killer(1, (target, random) -> Optional.of("one")).run(12, LIMIT);
		assertThat(kills).hasSize(12).isEqualTo(this.told);
		assertThat(kills).extracting(Kill::moment).containsOnly(Moment.BETWEEN);
		assertThat(kills).extracting(Kill::at).isSorted();
	}

	@Test
	void makesTheSameChoicesByTheSameSeed() throws InterruptedException {
		assertThat(targets(7)).isEqualTo(targets(7)).isNotEqualTo(targets(8));
	}

	private Collection<Target> targets(long seed) throws InterruptedException {
		return killer(seed, (target, random) -> Optional.of("one")).run(10, LIMIT).stream().map(Kill::target).toList();
	}

	@Test
	void looksForAnotherVictimWhenOneIsDeadAlready() throws InterruptedException {
		List<Kill> kills = killer(1,
				(target, random) -> (target == Target.CATALOG) ? Optional.of("catalog-service (7)") : Optional.empty())
			.run(3, LIMIT);
		assertThat(kills).hasSize(3).extracting(Kill::target).containsOnly(Target.CATALOG);
	}

	@Test
	void givesUpWhenTimeIsOver() throws InterruptedException {
		assertThat(killer(1, (target, random) -> Optional.empty()).run(3, Duration.ofMillis(300))).isEmpty();
	}

	@Test
	void knowsAtWhatSomebodyWasWhenItKilled() throws Exception {
		Crowd crowd = new Crowd();
		Killer killer = new Killer((target, random) -> Optional.of("one"), crowd, new Random(3), FAST, this.told::add);
		List<Kill> kills = crowd.at(Moment.ORDERING, () -> {
			try {
				return killer.run(20, LIMIT);
			}
			catch (InterruptedException ex) {
				throw new AssertionError(ex);
			}
		});
		assertThat(kills).extracting(Kill::moment).contains(Moment.ORDERING).doesNotContain(Moment.CANCELLING);
	}

	private Killer killer(long seed, Victims victims) {
		return new Killer(victims, new Crowd(), new Random(seed), FAST, this.told::add);
	}

}
