package dev.clickpath.recommendation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Finds a recipe by cross-validation: the last products of some visitors are held out,
 * and what predicts them best from all the rest is taken. First each part is tuned alone,
 * one figure at a time; then the best is taken, and others are added for as long as that
 * helps.
 */
final class Search {

	/** The gain's estimate is no better than this, so less is not worth another part. */
	private static final double WORTH_IT = 1.004;

	private static final int MOST_PARTS = 3;

	/** So many of the ways to count pairs are tuned, those that are best untuned. */
	private static final int TUNED = 2;

	private static final double[] DECAYS = { 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1 };

	private static final double[] POWERS = { -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1 };

	private static final double[] RIDGES = { 0.1, 0.3, 1, 3, 10, 30, 100 };

	private static final double[] WEIGHTS = { 0.0625, 0.125, 0.25, 0.5, 1, 2, 4 };

	private static final List<Spread> SPREADS = List.of(new Spread(0.3, 0.3, 0), new Spread(0.6, 0.6, 0.25),
			new Spread(0.85, 1, 0.5), new Spread(1, 1, 0.5));

	private final Materials materials;

	private final Judge judge;

	Search(Materials materials, Judge judge) {
		this.materials = materials;
		this.judge = judge;
	}

	record Tuned(Part part, double gain) {
	}

	/**
	 * One source's rows after the other: to make some of them twice takes less than a
	 * second, and all of them at once would take the memory of a model.
	 */
	Recipe find(int events) {
		List<Tuned> usual = new ArrayList<>();
		for (Spread spread : SPREADS) {
			usual.add(usual(spread));
			usual.sort(Comparator.comparingDouble(Tuned::gain).reversed());
			usual.stream().skip(1).forEach((one) -> this.materials.forget(one.part().source()));
		}
		List<Tuned> best = new ArrayList<>();
		for (Tuned one : usual.subList(0, TUNED)) {
			best.add(tune(one.part()));
			this.materials.forget(one.part().source());
		}
		best.add(tuneLinear(best.getFirst().part().decay()));
		best.sort(Comparator.comparingDouble(Tuned::gain).reversed());
		return blend(best, events);
	}

	private Tuned usual(Spread spread) {
		Part part = new Part(new Source.Pairs(spread), 0.5, 0.25, 0.8, 1);
		return new Tuned(part, gain(part));
	}

	/** The ridge comes first: of all figures it is the one that says most. */
	private Tuned tuneLinear(double decay) {
		double ridge = climb(RIDGES, 1, (value) -> {
			Part part = new Part(new Source.Linear(value), 0, 0, decay, 1);
			double gain = gain(part);
			this.materials.forget(part.source());
			return gain;
		});
		Tuned tuned = tune(new Part(new Source.Linear(ridge), 0, 0, decay, 1));
		this.materials.forgetLinear();
		return tuned;
	}

	private Tuned tune(Part part) {
		double decay = climb(DECAYS, part.decay(), (value) -> gain(decayed(part, value)));
		Part second = decayed(part, decay);
		double others = climb(POWERS, second.others(), (value) -> gain(othersDamped(second, value)));
		Part third = othersDamped(second, others);
		double own = climb(POWERS, third.own(), (value) -> gain(ownDamped(third, value)));
		Part fourth = ownDamped(third, own);
		return new Tuned(fourth, gain(fourth));
	}

	private static Part decayed(Part part, double decay) {
		return new Part(part.source(), part.own(), part.others(), decay, 1);
	}

	private static Part othersDamped(Part part, double others) {
		return new Part(part.source(), part.own(), others, part.decay(), 1);
	}

	private static Part ownDamped(Part part, double own) {
		return new Part(part.source(), own, part.others(), part.decay(), 1);
	}

	private double gain(Part part) {
		return this.judge.gain(List.of(new Weighted(this.materials.evidence(part), 1)));
	}

	private Recipe blend(List<Tuned> tuned, int events) {
		List<Part> parts = new ArrayList<>();
		List<Weighted> blended = new ArrayList<>();
		List<Part> left = new ArrayList<>(tuned.stream().map(Tuned::part).toList());
		double gain = 0;
		while (!left.isEmpty() && parts.size() < MOST_PARTS) {
			Part bestPart = null;
			double bestGain = gain * WORTH_IT;
			for (Part part : left) {
				Evidence evidence = this.materials.evidence(part);
				double scale = this.judge.scale(evidence);
				double[] weights = parts.isEmpty() ? new double[] { 1 } : WEIGHTS;
				double[] reached = { -1 };
				double weight = climb(weights, weights[weights.length / 2], (value) -> {
					List<Weighted> more = new ArrayList<>(blended);
					more.add(new Weighted(evidence, value / scale));
					double one = this.judge.gain(more);
					reached[0] = Math.max(reached[0], one);
					return one;
				});
				if (reached[0] > bestGain) {
					bestGain = reached[0];
					bestPart = part.withWeight(weight / scale);
				}
				if (parts.isEmpty()) {
					break;
				}
			}
			if (bestPart == null) {
				break;
			}
			Part taken = bestPart;
			gain = bestGain;
			parts.add(taken);
			blended.add(new Weighted(this.materials.evidence(taken), taken.weight()));
			left.removeIf((part) -> part.source().equals(taken.source()));
		}
		// Where nothing predicts anything, nothing has been found out.
		return new Recipe((gain > 0) ? List.copyOf(parts) : Recipe.USUAL.parts(), gain, events);
	}

	/**
	 * Goes from one value to its neighbours as long as that is better.
	 */
	private static double climb(double[] values, double start, DoubleFunction<Double> gain) {
		int place = 0;
		while (values[place] < start) {
			place++;
		}
		double[] known = new double[values.length];
		Arrays.fill(known, Double.NaN);
		known[place] = gain.apply(values[place]);
		boolean better = true;
		while (better) {
			better = false;
			for (int next : new int[] { place - 1, place + 1 }) {
				if (next >= 0 && next < values.length && Double.isNaN(known[next])) {
					known[next] = gain.apply(values[next]);
					if (known[next] > known[place]) {
						place = next;
						better = true;
						break;
					}
				}
			}
		}
		return values[place];
	}

}
