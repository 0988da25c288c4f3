package dev.clickpath.catalog.ranking;

/**
 * Where the products of an index may stand: everything they are counted by.
 */
record Shelves(Dictionary departments, Dictionary categories, Dictionary brands, Attributes attributes) {

	Shelves() {
		this(new Dictionary(), new Dictionary(), new Dictionary(), new Attributes());
	}

}
