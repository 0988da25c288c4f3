package dev.clickpath.cli.load.visits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/**
 * What people do after what, as a chain of Markov: what comes next depends on what they
 * are at, and on nothing before.
 */
final class Habits {

	private static final int MOST_STEPS = 40;

	private static final double RETURNING = 0.35;

	private static final double SIGNING_OUT = 0.4;

	private static final List<Choice> FIRST = List.of(new Choice(Action.HOME, 60), new Choice(Action.DEPARTMENT, 20),
			new Choice(Action.SEARCH, 20));

	/** In a hundred; what is missing to a hundred leaves. */
	private static final Map<Action, List<Choice>> NEXT = Map.ofEntries(
			entry(Action.HOME,
					List.of(new Choice(Action.DEPARTMENT, 33), new Choice(Action.SEARCH, 32),
							new Choice(Action.PRODUCT, 27))),
			entry(Action.DEPARTMENT,
					List.of(new Choice(Action.PRODUCT, 52), new Choice(Action.NARROW, 24),
							new Choice(Action.SEARCH, 10), new Choice(Action.DEPARTMENT, 8))),
			entry(Action.SEARCH,
					List.of(new Choice(Action.PRODUCT, 62), new Choice(Action.NARROW, 20),
							new Choice(Action.SEARCH, 10))),
			entry(Action.NARROW,
					List.of(new Choice(Action.PRODUCT, 70), new Choice(Action.NARROW, 12),
							new Choice(Action.SEARCH, 8))),
			entry(Action.PRODUCT, List.of(new Choice(Action.ADD, 17), new Choice(Action.PRODUCT, 36),
					new Choice(Action.DEPARTMENT, 12), new Choice(Action.SEARCH, 13), new Choice(Action.HOME, 6))),
			entry(Action.ADD,
					List.of(new Choice(Action.SIGN_IN, 36), new Choice(Action.PRODUCT, 26),
							new Choice(Action.SEARCH, 10), new Choice(Action.BASKET, 12))),
			entry(Action.BASKET, List.of(new Choice(Action.SIGN_IN, 60), new Choice(Action.PRODUCT, 20))),
			entry(Action.SIGN_IN, List.of(new Choice(Action.PAY, 92), new Choice(Action.BASKET, 8))),
			entry(Action.PAY, List.of(new Choice(Action.ORDERS, 30), new Choice(Action.HOME, 20))),
			entry(Action.ORDERS, List.of(new Choice(Action.HOME, 35))));

	private static final int HUNDRED = 100;

	private final Pauses pauses;

	Habits(Pauses pauses) {
		this.pauses = pauses;
	}

	Visit visit(int number, Duration arrival, long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		boolean returning = random.nextDouble() < RETURNING;
		boolean signsOut = random.nextDouble() < SIGNING_OUT;
		List<Step> steps = new ArrayList<>();
		Action action = drawn(FIRST, random);
		while (action != null && steps.size() < MOST_STEPS) {
			steps.add(new Step(action, steps.isEmpty() ? Duration.ZERO : this.pauses.next(random)));
			action = drawn(NEXT.getOrDefault(action, List.of()), random);
		}
		return new Visit(number, arrival, returning, signsOut, random.nextLong(), steps);
	}

	/** Null is to leave. */
	private static @Nullable Action drawn(List<Choice> choices, RandomGenerator random) {
		int left = random.nextInt(HUNDRED);
		for (Choice choice : choices) {
			left -= choice.weight();
			if (left < 0) {
				return choice.action();
			}
		}
		return null;
	}

	/**
	 * One of the things to do next.
	 *
	 * @param weight in a hundred
	 */
	private record Choice(Action action, int weight) {
	}

}
