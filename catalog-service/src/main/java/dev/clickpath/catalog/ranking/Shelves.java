package dev.clickpath.catalog.ranking;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where the products of an index may stand: everything they are counted by.
 *
 * @param kinds what they are, as narrowly as is known: a category, or less
 * @param brands of which each has one spelling, in capitals or not
 */
record Shelves(Dictionary departments, Dictionary categories, Dictionary kinds, Dictionary brands,
		Attributes attributes) {

	Shelves() {
		this(new Dictionary(UnaryOperator.identity()), new Dictionary(UnaryOperator.identity()),
				new Dictionary(UnaryOperator.identity()), new Dictionary(Shelves::brand), new Attributes());
	}

	/**
	 * What products of a brand are found by, however it is written.
	 */
	static String brand(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

}
