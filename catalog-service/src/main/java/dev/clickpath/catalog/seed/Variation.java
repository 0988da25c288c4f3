package dev.clickpath.catalog.seed;

import java.util.Random;

/**
 * What differs a little from variant to variant, always alike for the same product. It
 * rests on {@link Random}, whose numbers its specification fixes for all time.
 */
final class Variation {

	private final Random random;

	Variation(String name) {
		this.random = new Random(Hashing.hash(name));
	}

	/**
	 * The family's own popularity for the variant that leads it, less for the others, so
	 * that a list of the most popular is not one family in all its colours.
	 */
	int popularity(int ofFamily, boolean leading) {
		double share = leading ? 1 : between(0.25, 0.7);
		return (int) Math.round(ofFamily * share);
	}

	double rating(double ofFamily) {
		double rating = ofFamily + between(-0.15, 0.15);
		return Math.round(Math.clamp(rating, 1, 5) * 10) / 10.0;
	}

	int ratings(int ofFamily) {
		return (int) Math.round(ofFamily * between(0.85, 1.15));
	}

	/**
	 * One in sixteen is sold out, one in eight nearly; of the others there are more the
	 * cheaper they are.
	 */
	int stock(long cents) {
		double chance = this.random.nextDouble();
		if (chance < 1 / 16.0) {
			return 0;
		}
		if (chance < 3 / 16.0) {
			return 1 + this.random.nextInt(5);
		}
		double plenty = Math.clamp(2_000 / Math.sqrt((double) cents), 10, 120);
		return (int) Math.round(plenty * between(0.7, 2));
	}

	double between(double least, double most) {
		return least + (most - least) * this.random.nextDouble();
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	Random random() {
		return this.random;
	}

}
