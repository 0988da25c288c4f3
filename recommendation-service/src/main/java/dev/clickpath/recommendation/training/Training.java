package dev.clickpath.recommendation.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Learns from sequences as a whole.
 *
 * @param threads how many work at it
 * @param extent how much it learns at most
 */
public record Training(int threads, Extent extent) {

	/** More held-out products would hardly tell more. */
	private static final int HELD_OUT = 5_000;

	/** From fewer, chance would find the recipe. */
	private static final int FEWEST = 30;

	/** To know of fewer products is not worth it. */
	private static final int FEWEST_PRODUCTS = 100;

	public Training(int threads) {
		this(threads, Extent.MOST);
	}

	/**
	 * How many bytes it takes at most, beside the sequences, to find a recipe for them
	 * and to learn by it.
	 */
	public long memory(Sequences sequences) {
		return memory(sequences, Numbering.of(sequences, this.extent));
	}

	private long memory(Sequences sequences, Numbering numbering) {
		long events = (long) sequences.events() * (2 * Sequences.BYTES + Postings.BYTES);
		long scratch = (long) this.threads * 4 * Sums.BYTES * numbering.size();
		return events + scratch + Materials.memory(numbering.size(), numbering.block());
	}

	/**
	 * The training that takes no more than so many bytes: of the products that most
	 * visitors met it learns as much as it can, of the others nothing. Empty when that
	 * would not be worth it.
	 */
	public Optional<Training> within(long bytes, Sequences sequences) {
		Numbering numbering = Numbering.of(sequences, this.extent);
		int fewest = Math.min(FEWEST_PRODUCTS, numbering.size());
		Extent next = new Extent(numbering.size(), numbering.block());
		while (memory(sequences, numbering) > bytes && next.products() > 0 && next.products() >= fewest) {
			next = next.less();
			numbering = Numbering.of(sequences, next);
		}
		boolean isWorthIt = memory(sequences, numbering) <= bytes && numbering.size() >= fewest;
		return isWorthIt ? Optional.of(new Training(this.threads, next)) : Optional.empty();
	}

	/**
	 * Of how many of the products it learns.
	 */
	public int products(Sequences sequences) {
		return Numbering.of(sequences, this.extent).size();
	}

	/**
	 * Finds by cross-validation what predicts these sequences best. Where they are too
	 * few for that, it is what has proved sound elsewhere.
	 */
	public Recipe findRecipe(Sequences sequences) {
		Workers workers = new Workers(this.threads);
		Numbering numbering = Numbering.of(sequences, this.extent);
		Sequences numbered = numbering.of(sequences);
		Holdout holdout = Holdout.of(numbered, HELD_OUT);
		Sequences shorter = numbered.withoutLast(holdout);
		Judge judge = new Judge(numbered, shorter, holdout, workers);
		if (judge.size() < FEWEST) {
			return new Recipe(Recipe.USUAL.parts(), 0, sequences.events());
		}
		return new Search(new Materials(shorter, numbering.block(), workers), judge).find(sequences.events());
	}

	/**
	 * Learns these sequences by a recipe. What takes most memory to be made comes first.
	 */
	public Taste learn(Sequences sequences, Recipe recipe) {
		Numbering numbering = Numbering.of(sequences, this.extent);
		Materials materials = new Materials(numbering.of(sequences), numbering.block(), new Workers(this.threads));
		List<Opinion> opinions = recipe.parts()
			.stream()
			.sorted(Comparator.comparing((part) -> part.source() instanceof Source.Pairs))
			.map(materials::opinion)
			.toList();
		return new Taste(recipe, opinions, numbering);
	}

}
