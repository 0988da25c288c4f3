package dev.clickpath.recommendation.training;

/**
 * Where evidence comes from.
 */
sealed interface Source {

	/**
	 * Pairs that the same visitors met.
	 */
	record Pairs(Spread spread) implements Source {
	}

	/**
	 * The linear item-item model.
	 *
	 * @param ridge see {@link LinearModel#fit}
	 */
	record Linear(double ridge) implements Source {
	}

}
