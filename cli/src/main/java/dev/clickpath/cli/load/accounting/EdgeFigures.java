package dev.clickpath.cli.load.accounting;

/**
 * What the edge did for the shoppers' browsers.
 *
 * @param hits answers out of its cache
 * @param misses answers it had to ask the origin for
 * @param silent answers that do not tell ({@code Cache-Status})
 * @param hitBytes bodies out of its cache, which the origin did not have to send
 * @param missBytes bodies that the origin sent
 * @param unchanged of the answers, those that said that the browser's own copy is good
 * still (304)
 * @param kept how often a browser did not ask at all, having a fresh copy of its own
 */
public record EdgeFigures(long hits, long misses, long silent, long hitBytes, long missBytes, long unchanged,
		long kept) {

	/** The share of hits among what tells; NaN of nothing. */
	public double hitRatio() {
		return (double) this.hits / (this.hits + this.misses);
	}

}
