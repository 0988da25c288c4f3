package dev.clickpath.recommendation.training;

import java.util.Comparator;
import java.util.List;

/**
 * Learns from sequences as a whole.
 *
 * @param threads how many work at it
 */
public record Training(int threads) {

	/** More held-out products would hardly tell more. */
	private static final int HELD_OUT = 5_000;

	/** From fewer, chance would find the recipe. */
	private static final int FEWEST = 30;

	/**
	 * How many bytes it takes at most, beside the sequences, to find a recipe for them
	 * and to learn by it.
	 */
	public long memory(Sequences sequences) {
		long events = (long) sequences.events() * (Sequences.BYTES + Postings.BYTES);
		long scratch = (long) this.threads * 4 * Sums.BYTES * sequences.assortment();
		return events + scratch + Materials.memory(sequences.assortment());
	}

	/**
	 * Finds by cross-validation what predicts these sequences best. Where they are too
	 * few for that, it is what has proved sound elsewhere.
	 */
	public Recipe findRecipe(Sequences sequences) {
		Workers workers = new Workers(this.threads);
		Holdout holdout = Holdout.of(sequences, HELD_OUT);
		Sequences shorter = sequences.withoutLast(holdout);
		Judge judge = new Judge(sequences, shorter, holdout, workers);
		if (judge.size() < FEWEST) {
			return new Recipe(Recipe.USUAL.parts(), 0, sequences.events());
		}
		return new Search(new Materials(shorter, workers), judge).find(sequences.events());
	}

	/**
	 * Learns these sequences by a recipe. What takes most memory to be made comes first.
	 */
	public Taste learn(Sequences sequences, Recipe recipe) {
		Materials materials = new Materials(sequences, new Workers(this.threads));
		List<Opinion> opinions = recipe.parts()
			.stream()
			.sorted(Comparator.comparing((part) -> part.source() instanceof Source.Pairs))
			.map(materials::opinion)
			.toList();
		return new Taste(recipe, opinions, sequences.assortment());
	}

}
