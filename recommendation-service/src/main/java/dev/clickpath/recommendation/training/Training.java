package dev.clickpath.recommendation.training;

/**
 * Learns from sequences as a whole.
 *
 * @param threads how many work at it
 */
public record Training(int threads) {

	/** More held-out products would hardly tell more. */
	private static final int HELD_OUT = 2_500;

	/** From fewer, chance would find the recipe. */
	private static final int FEWEST = 30;

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
	 * Learns these sequences by a recipe.
	 */
	public Taste learn(Sequences sequences, Recipe recipe) {
		Materials materials = new Materials(sequences, new Workers(this.threads));
		return new Taste(recipe, recipe.parts().stream().map(materials::opinion).toList(), sequences.assortment());
	}

}
