package dev.clickpath.recommendation.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds back what no shopper does: of each visitor so many events at once, and as many
 * again within a day. Counted by when they come in, since what they say of their own time
 * is the teller's to choose, and without those that turn out not to be new or could not
 * be stored. Whoever was not heard of for longest is forgotten first.
 */
final class Floods {

	private static final double DAY = Duration.ofDays(1).toMillis();

	private final int most;

	private final InstantSource clock;

	private final Map<String, Level> levels;

	/**
	 * @param most how many events of one visitor are let through
	 * @param visitors of how many visitors the level is known
	 */
	Floods(int most, int visitors, InstantSource clock) {
		this.most = most;
		this.clock = clock;
		this.levels = new LinkedHashMap<>(16, 0.75f, true) {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
				return size() > visitors;
			}

		};
	}

	/**
	 * The events without those that are too many, in the same order.
	 */
	synchronized List<BehaviourEvent> dam(List<BehaviourEvent> events) {
		Instant now = this.clock.instant();
		return events.stream().filter((event) -> passes(event.visitor(), now)).toList();
	}

	/**
	 * Does not count events after all that were let through.
	 */
	synchronized void giveBack(List<BehaviourEvent> events) {
		Instant now = this.clock.instant();
		events.forEach((event) -> this.levels.computeIfPresent(event.visitor(),
				(visitor, level) -> new Level(Math.max(0, level.at(now, this.most) - 1), now)));
	}

	private boolean passes(String visitor, Instant now) {
		double level = this.levels.getOrDefault(visitor, new Level(0, now)).at(now, this.most);
		boolean passes = level + 1 <= this.most;
		this.levels.put(visitor, new Level(passes ? level + 1 : level, now));
		return passes;
	}

	/** How full a visitor's measure was at a moment. */
	private record Level(double value, Instant at) {

		double at(Instant now, int most) {
			return Math.max(0, this.value - Duration.between(this.at, now).toMillis() / DAY * most);
		}

	}

}
