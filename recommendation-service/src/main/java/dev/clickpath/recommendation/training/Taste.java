package dev.clickpath.recommendation.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * What has been learned, ready to be asked by any number of readers.
 */
public final class Taste {

	/** Knows nothing. */
	public static final Taste NONE = new Taste(Recipe.NONE, List.of(), Numbering.NOTHING);

	private final Recipe recipe;

	private final List<Opinion> opinions;

	private final Numbering numbering;

	private final ConcurrentLinkedQueue<Sums> scratch = new ConcurrentLinkedQueue<>();

	Taste(Recipe recipe, List<Opinion> opinions, Numbering numbering) {
		this.recipe = recipe;
		this.opinions = opinions;
		this.numbering = numbering;
	}

	public Recipe recipe() {
		return this.recipe;
	}

	/**
	 * Whether the product was there to be learned of.
	 */
	public boolean knows(int product) {
		return this.numbering.numberOf(product) != Numbering.NONE;
	}

	/**
	 * The products that a sequence speaks for and that are not in it, best first.
	 * @param latest the sequence, the latest first
	 * @param interests how much interest there was in each, 1 for a look
	 */
	public List<Ranked> best(int[] latest, float[] interests, int limit) {
		int[] sequence = IntStream.of(latest).map(this.numbering::numberOf).toArray();
		Sums sums = this.scratch.poll();
		if (sums == null) {
			sums = new Sums();
		}
		Best best = best(sequence, interests, limit, sums);
		this.scratch.offer(sums);
		List<Ranked> ranked = new ArrayList<>(best.size());
		for (int i = 0; i < best.size(); i++) {
			int because = latest[because(sequence, interests, best.item(i))];
			ranked.add(new Ranked(this.numbering.product(best.item(i)), best.score(i), because));
		}
		return ranked;
	}

	private Best best(int[] sequence, float[] interests, int limit, Sums sums) {
		sums.clear(this.numbering.size());
		for (Opinion opinion : this.opinions) {
			opinion.speak(sequence, interests, sums);
		}
		for (int product : sequence) {
			if (product != Numbering.NONE) {
				sums.set(product, 0);
			}
		}
		Best best = new Best(limit);
		for (int i = 0; i < sums.size(); i++) {
			float sum = sums.of(sums.product(i));
			if (sum > 0) {
				best.offer(sums.product(i), sum);
			}
		}
		best.sort();
		return best;
	}

	/** The place of what says most. */
	private int because(int[] sequence, float[] interests, int product) {
		int because = 0;
		float most = Float.NEGATIVE_INFINITY;
		for (int place = 0; place < sequence.length; place++) {
			float own = 0;
			for (Opinion opinion : this.opinions) {
				own += opinion.of(sequence, interests, place, product);
			}
			if (own > most) {
				most = own;
				because = place;
			}
		}
		return because;
	}

}
