package dev.clickpath.recommendation.evaluation;

/**
 * Where in the sequences each product is.
 */
final class Places {

	private final int[][] visitors;

	private final int[][] positions;

	/**
	 * @param visitors for each product, those who met it
	 * @param positions where in their sequences it is
	 */
	Places(int[][] visitors, int[][] positions) {
		this.visitors = visitors;
		this.positions = positions;
	}

	static Places of(Dataset dataset) {
		int[][] visitors = new int[dataset.products()][];
		int[][] positions = new int[dataset.products()][];
		int[] next = new int[dataset.products()];
		for (int product = 0; product < visitors.length; product++) {
			visitors[product] = new int[dataset.popularity(product)];
			positions[product] = new int[dataset.popularity(product)];
		}
		for (int visitor = 0; visitor < dataset.visitors(); visitor++) {
			int[] sequence = dataset.sequence(visitor);
			for (int position = 0; position < sequence.length; position++) {
				int product = sequence[position];
				visitors[product][next[product]] = visitor;
				positions[product][next[product]++] = position;
			}
		}
		return new Places(visitors, positions);
	}

	int[] visitors(int product) {
		return this.visitors[product];
	}

	int[] positions(int product) {
		return this.positions[product];
	}

}
