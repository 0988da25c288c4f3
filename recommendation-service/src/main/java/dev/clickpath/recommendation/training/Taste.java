package dev.clickpath.recommendation.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What has been learned, ready to be asked by any number of readers.
 */
public final class Taste {

	/** Knows nothing. */
	public static final Taste NONE = new Taste(Recipe.NONE, List.of(), 0);

	private final Recipe recipe;

	private final List<Opinion> opinions;

	private final int assortment;

	private final ConcurrentLinkedQueue<Sums> scratch = new ConcurrentLinkedQueue<>();

	Taste(Recipe recipe, List<Opinion> opinions, int assortment) {
		this.recipe = recipe;
		this.opinions = opinions;
		this.assortment = assortment;
	}

	public Recipe recipe() {
		return this.recipe;
	}

	/**
	 * Whether the product was there to be learned of.
	 */
	public boolean knows(int product) {
		return product < this.assortment;
	}

	/**
	 * The products that a sequence speaks for and that are not in it, best first.
	 * @param latest the sequence, the latest first
	 * @param interests how much interest there was in each, 1 for a look
	 */
	public List<Ranked> best(int[] latest, float[] interests, int limit) {
		Sums sums = this.scratch.poll();
		if (sums == null) {
			sums = new Sums();
		}
		Best best = best(latest, interests, limit, sums);
		this.scratch.offer(sums);
		List<Ranked> ranked = new ArrayList<>(best.size());
		for (int i = 0; i < best.size(); i++) {
			ranked.add(new Ranked(best.item(i), best.score(i), because(latest, interests, best.item(i))));
		}
		return ranked;
	}

	private Best best(int[] latest, float[] interests, int limit, Sums sums) {
		sums.clear(this.assortment);
		for (Opinion opinion : this.opinions) {
			opinion.speak(latest, interests, sums);
		}
		for (int product : latest) {
			if (knows(product)) {
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

	private int because(int[] latest, float[] interests, int product) {
		int because = latest[0];
		float most = Float.NEGATIVE_INFINITY;
		for (int place = 0; place < latest.length; place++) {
			float own = 0;
			for (Opinion opinion : this.opinions) {
				own += opinion.of(latest, interests, place, product);
			}
			if (own > most) {
				most = own;
				because = latest[place];
			}
		}
		return because;
	}

}
