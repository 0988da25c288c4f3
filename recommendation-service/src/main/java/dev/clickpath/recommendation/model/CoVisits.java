package dev.clickpath.recommendation.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Item-to-item co-visitation after Linden, Smith and York ("Amazon.com Recommendations",
 * IEEE Internet Computing, 2003): a product is a vector over the visitors, and two
 * products are as similar as the cosine between theirs. Kept up event by event.
 * <p>
 * Sharpened: the pair counts less the further apart in the visitor's sequence the two
 * are, across sessions, and against the order; visitors who look at everything count less
 * (the inverse user frequency of Breese, Heckerman and Kadie, 1998, for visitors); and
 * old evidence fades. To fade all of it alike costs nothing, because each new weight is
 * blown up instead (forward decay, Cormode and others, 2009): the half-life in days
 * allows for more than a century in a double.
 */
final class CoVisits {

	/** Fewer neighbours would not fill a shelf. */
	private static final int FEWEST = 12;

	/** So many rows are cut at a time. */
	private static final int AT_ONCE = 8_192;

	private final Tuning tuning;

	private final Strengths strengths;

	private final Decay decay;

	private int kept;

	private final List<Neighbours> rows = new ArrayList<>();

	private final BitSet changed = new BitSet();

	private final Norms norms = new Norms();

	private Similarities published;

	/**
	 * @param kept how many neighbours of a product are sure to be kept
	 */
	CoVisits(Tuning tuning, Strengths strengths, int kept) {
		this.tuning = tuning;
		this.kept = kept;
		this.strengths = strengths;
		this.decay = Decay.of(tuning.halfLife());
		this.published = Similarities.none(tuning);
	}

	/**
	 * Learns what a visitor's history says after an interaction with a product that it
	 * did not say before.
	 * @param at when, in milliseconds since 1970
	 */
	void learn(History before, History after, int product, long at) {
		int place = after.indexOf(product);
		int oldPlace = before.indexOf(product);
		if (place < 0) {
			return;
		}
		double oldStrength = (oldPlace >= 0) ? this.strengths.of(before.counted(oldPlace)) : 0;
		double strength = this.strengths.of(after.counted(place));
		if (strength == oldStrength) {
			return;
		}
		double worth = inverseFrequency(after.size()) * this.decay.after(-at);
		this.norms.add(product, worth * (strength * strength - oldStrength * oldStrength));
		pairUp(after, place, 1, worth * (strength - oldStrength));
		pairUp(after, place, -1, worth * (strength - oldStrength));
	}

	/**
	 * Learns what a whole history says, as if each product had been met once and all in
	 * their order.
	 */
	void learn(History history) {
		for (int place = history.size() - 1; place >= 0; place--) {
			double strength = this.strengths.of(history.counted(place));
			if (strength > 0) {
				double worth = inverseFrequency(history.size() - place) * this.decay.after(-history.time(place));
				this.norms.add(history.product(place), worth * strength * strength);
				pairUp(history, place, 1, worth * strength);
			}
		}
	}

	/**
	 * @param step 1 towards the older ones, -1 towards the newer
	 */
	private void pairUp(History history, int place, int step, double worth) {
		int product = history.product(place);
		double nearness = 1;
		int pairs = 0;
		for (int i = place + step; i >= 0 && i < history.size() && pairs < this.tuning.window(); i += step) {
			double strength = this.strengths.of(history.counted(i));
			if (strength > 0) {
				boolean together = Math.abs(history.time(i) - history.time(place)) <= this.tuning.session().toMillis();
				double weight = worth * strength * nearness * (together ? 1 : this.tuning.acrossSessions());
				int other = history.product(i);
				add((step > 0) ? other : product, (step > 0) ? product : other, weight);
				nearness *= this.tuning.orderDecay();
				pairs++;
			}
		}
	}

	private void add(int first, int second, double weight) {
		row(first).add(second, weight, this.norms);
		row(second).add(first, weight * this.tuning.backward(), this.norms);
		this.changed.set(first);
		this.changed.set(second);
	}

	private Neighbours row(int product) {
		while (this.rows.size() <= product) {
			this.rows.add(Neighbours.NONE);
		}
		Neighbours row = this.rows.get(product);
		if (row == Neighbours.NONE) {
			row = new Neighbours(this.kept);
			this.rows.set(product, row);
		}
		return row;
	}

	static double inverseFrequency(int products) {
		return Math.log(2) / Math.log(1.0 + products);
	}

	int kept() {
		return this.kept;
	}

	/**
	 * Keeps fewer neighbours from now on, unless they are few already.
	 * @param publish is run now and then
	 */
	boolean keepFewer(Runnable publish) {
		if (this.kept <= FEWEST) {
			return false;
		}
		this.kept = Math.max(FEWEST, this.kept - this.kept / 4);
		for (int product = 0; product < this.rows.size(); product++) {
			if (this.rows.get(product).keepFewer(this.kept, this.norms)) {
				this.changed.set(product);
			}
			if (product % AT_ONCE == AT_ONCE - 1) {
				publish.run();
			}
		}
		return true;
	}

	/** About how many bytes it takes. */
	long memory() {
		return this.rows.stream().mapToLong(Neighbours::memory).sum();
	}

	/**
	 * What is known now, for readers.
	 * @param now the moment as of which evidence is weighed
	 */
	Similarities publish(long now) {
		Neighbours[] publishedRows = this.published.rows(this.rows.size());
		this.changed.stream().forEach((product) -> publishedRows[product] = this.rows.get(product).publish());
		this.changed.clear();
		this.published = new Similarities(publishedRows, this.norms.copy(), this.decay.after(now),
				this.tuning.shrinkage());
		return this.published;
	}

}
