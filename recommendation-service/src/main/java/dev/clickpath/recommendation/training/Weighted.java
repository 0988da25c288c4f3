package dev.clickpath.recommendation.training;

import java.util.List;

/**
 * Evidence and what it is worth beside other evidence.
 */
record Weighted(Evidence evidence, double weight) {

	/**
	 * Sums up what all parts say of a sequence.
	 * @param part scratch memory
	 * @param total as well
	 * @return the one of the two that has the sums
	 */
	static Sums sum(List<Weighted> parts, Sequences sequences, int visitor, Sums part, Sums total) {
		if (parts.size() == 1) {
			parts.getFirst().evidence().speak(sequences, visitor, part);
			return part;
		}
		total.clear(sequences.assortment());
		for (Weighted weighted : parts) {
			weighted.evidence().speak(sequences, visitor, part);
			float weight = (float) weighted.weight();
			for (int i = 0; i < part.size(); i++) {
				int product = part.product(i);
				total.add(product, weight * part.of(product));
			}
		}
		return total;
	}

}
