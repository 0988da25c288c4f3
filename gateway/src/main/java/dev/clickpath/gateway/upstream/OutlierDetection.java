package dev.clickpath.gateway.upstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Puts instances aside that fail where the others do not: after several failures in a
 * row, or with a success rate far below the mean of the others. Never too many at a time:
 * when all fail, it is not the instances.
 */
final class OutlierDetection {

	private final EjectionRules rules;

	/** The counts at the beginning of the interval. */
	private final Map<Upstream, Rate> before = new HashMap<>();

	private @Nullable Long intervalStart;

	OutlierDetection(EjectionRules rules) {
		this.rules = rules;
	}

	private record Rate(long successes, long failures) {

		static final Rate NONE = new Rate(0, 0);

		static Rate of(Upstream upstream) {
			return new Rate(upstream.outcomes().count(Outcome.ANSWERED), upstream.outcomes().failures());
		}

		Rate minus(Rate other) {
			return new Rate(this.successes - other.successes, this.failures - other.failures);
		}

		Rate plus(Rate other) {
			return new Rate(this.successes + other.successes, this.failures + other.failures);
		}

		long volume() {
			return this.successes + this.failures;
		}

		double success() {
			return (double) this.successes / volume();
		}

	}

	/**
	 * To be asked after each failure of an instance.
	 */
	Optional<PoolEvent> afterFailure(Upstream upstream, List<Upstream> all, long now) {
		int failures = upstream.outcomes().failuresInARow();
		if (failures < this.rules.failures()) {
			return Optional.empty();
		}
		return eject(upstream, all, now, failures + " failures in a row");
	}

	/**
	 * To be called now and then: ends ejections that have lasted long enough and compares
	 * the success rates once an interval.
	 */
	synchronized List<PoolEvent> review(List<Upstream> all, long now) {
		List<PoolEvent> events = new ArrayList<>();
		for (Upstream upstream : all) {
			if (upstream.ejection().review(this.rules, now)) {
				upstream.outcomes().forgive();
				upstream.startsAt(now);
				events.add(new PoolEvent.Returned(upstream));
			}
		}
		if (this.intervalStart == null || now - this.intervalStart >= this.rules.interval().toNanos()) {
			compareRates(all, now, events);
			this.intervalStart = now;
		}
		return events;
	}

	private void compareRates(List<Upstream> all, long now, List<PoolEvent> events) {
		Map<Upstream, Rate> rates = new HashMap<>();
		for (Upstream upstream : all) {
			Rate rate = Rate.of(upstream).minus(this.before.getOrDefault(upstream, Rate.NONE));
			if (rate.volume() >= this.rules.volume()) {
				rates.put(upstream, rate);
			}
		}
		Rate total = rates.values().stream().reduce(Rate.NONE, Rate::plus);
		rates.forEach((upstream, rate) -> {
			Rate others = total.minus(rate);
			if (others.volume() > 0 && rate.success() < others.success() - this.rules.margin()) {
				String reason = String.format(Locale.ROOT, "%.0f %% of its answers are good, %.0f %% of the others'",
						100 * rate.success(), 100 * others.success());
				eject(upstream, all, now, reason).ifPresent(events::add);
			}
		});
		this.before.clear();
		all.forEach((upstream) -> this.before.put(upstream, Rate.of(upstream)));
	}

	private synchronized Optional<PoolEvent> eject(Upstream upstream, List<Upstream> all, long now, String reason) {
		long ejected = all.stream().filter(Upstream::isEjected).count();
		if (upstream.isEjected() || ejected + 1 > this.rules.share() * all.size()) {
			return Optional.empty();
		}
		return Optional.of(new PoolEvent.Ejected(upstream, upstream.ejection().begin(this.rules, now), reason));
	}

}
