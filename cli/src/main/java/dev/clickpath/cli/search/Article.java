package dev.clickpath.cli.search;

import java.util.List;
import java.util.Map;

/**
 * A product as it is judged.
 *
 * @param colour the slug of its colour, or empty
 * @param attributes the values of its attributes
 */
record Article(String id, String category, String department, String brand, String colour, String title,
		List<String> attributes, String description) {

	/**
	 * All of its words in one, as a plain engine has them.
	 */
	String text() {
		return String.join("\n", this.title, this.brand, this.category, this.department,
				String.join("\n", this.attributes), this.description);
	}

	/**
	 * What can be compared, by the name it has in the rules.
	 */
	Map<String, String> fields() {
		return Map.of("category", this.category, "department", this.department, "brand", this.brand, "colour",
				this.colour, "title", this.title, "attributes", String.join("\n", this.attributes), "text", text());
	}

}
