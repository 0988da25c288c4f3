package dev.clickpath.catalog.ranking;

/**
 * How much a word counts by the text of the product that it stands in: the field weights
 * of BM25F (Robertson, Zaragoza and Taylor 2004). The index has one list for each word,
 * in which the product counts with the sum of its weights, so a search costs what it
 * costs in one field.
 *
 * @param weight of any word
 * @param head of the word that names the thing: bag in "laptop bag"
 * @param pair of two words side by side
 * @param usualLength so many words have just that weight, in a longer text they have less
 * @param kin whether other words of the same stem find it, too
 * @param lengthCounts how much the length counts, 0 to 1
 */
record TextField(int weight, int head, int pair, int usualLength, double lengthCounts, boolean kin) {

	static final TextField TITLE = new TextField(40, 20, 30, 9, 0.3, true);

	static final TextField CATEGORY = new TextField(24, 16, 20, 2, 0.2, true);

	static final TextField BRAND = new TextField(30, 0, 30, 1, 0, true);

	static final TextField DEPARTMENT = new TextField(8, 0, 8, 2, 0, true);

	static final TextField ATTRIBUTE = new TextField(14, 0, 10, 25, 0.3, true);

	static final TextField DESCRIPTION = new TextField(6, 0, 0, 50, 0.5, true);

	int weigh(int weight, int length) {
		double shrink = 1 - this.lengthCounts + this.lengthCounts * length / this.usualLength;
		return (int) Math.max(1, Math.round(weight / Math.max(0.7, shrink)));
	}

}
