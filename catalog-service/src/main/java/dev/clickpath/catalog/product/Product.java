package dev.clickpath.catalog.product;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A product with all that is known of it.
 *
 * @param id short and stable: it survives edits of everything but the family's key and
 * the option's label
 * @param slug the readable part of its address
 * @param department the slug of its department
 * @param category the slug of its category
 * @param oldPrice an earlier, higher price, or null
 * @param stock how many can be sold now
 * @param picture drawing and colourway: {@code kettle/forest}
 * @param family the key that it shares with its other variants
 * @param variant its place among the variants of the family, from 0
 * @param label what tells it from the other variants: {@code Forest green, 1.2 l}
 * @param colour the slug of its colour where the shopper may choose one, or null
 * @param popularity 0 to 100
 */
public record Product(String id, String slug, String title, String brand, String department, String category,
		Money price, @Nullable Money oldPrice, Ratings ratings, int stock, String picture, String description,
		List<Attribute> attributes, String family, int variant, String label, @Nullable String colour, int popularity,
		LocalDate launched) {

	/**
	 * The title without what tells the variants apart.
	 */
	public String familyTitle() {
		String ending = ", " + this.label;
		return this.title.endsWith(ending) ? this.title.substring(0, this.title.length() - ending.length())
				: this.title;
	}

}
