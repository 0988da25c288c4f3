package dev.clickpath.cli.faults.checkout;

/**
 * What is killed.
 */
enum Target {

	STOREFRONT("a storefront", 8),

	CATALOG("catalog-service", 6),

	RECOMMENDATION("recommendation-service", 1),

	/** Its children notice and leave by themselves. */
	POSTMASTER("PostgreSQL's postmaster", 2),

	DATABASE("all of PostgreSQL", 2),

	/** PostgreSQL then throws everybody out and recovers by itself. */
	BACKEND("one process of PostgreSQL", 2);

	private final String words;

	private final int weight;

	Target(String words, int weight) {
		this.words = words;
		this.weight = weight;
	}

	/** How often it is chosen, in relation to the others. */
	int weight() {
		return this.weight;
	}

	@Override
	public String toString() {
		return this.words;
	}

}
