package dev.clickpath.catalog.product;

/**
 * One fact about a product, as people write it: {@code Capacity: 1.2 l}.
 */
public record Attribute(String name, String value) {

	/**
	 * The name of the one that says what a thing is where its category says less: what is
	 * below the category in a feed, {@code Laptops › Gaming laptops}.
	 */
	public static final String KIND = "Type";

	/**
	 * Whether it says what the thing is.
	 */
	public boolean isKind() {
		return this.name.equals(KIND);
	}

}
