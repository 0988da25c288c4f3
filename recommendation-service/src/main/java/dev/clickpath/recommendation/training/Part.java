package dev.clickpath.recommendation.training;

/**
 * One part of what a recommendation is made of.
 *
 * @param own to which power a product's popularity divides what it says
 * @param others to which power a product's popularity divides what is said for it
 * @param decay what each older product's voice has of the next one's
 * @param weight what the part is worth beside the others
 */
record Part(Source source, double own, double others, double decay, double weight) {

	Part withWeight(double newWeight) {
		return new Part(this.source, this.own, this.others, this.decay, newWeight);
	}

}
