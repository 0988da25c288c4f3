package dev.clickpath.catalog.seed;

import java.time.YearMonth;
import java.util.List;

import dev.clickpath.catalog.product.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * One thing that comes in variants: the cross product of its options.
 *
 * @param key unique over the whole catalogue; the ids of the products derive from it
 * @param price of the cheapest variant, in cents
 * @param was an earlier, higher price in cents, or null
 * @param model a model number, or null
 * @param colour the colour of the pictures when it is not an option
 * @param attributes what all variants share
 */
record Family(String key, String department, String category, String brand, String name, String drawing, long price,
		@Nullable Long was, YearMonth launched, int popularity, double rating, int ratings, @Nullable String model,
		@Nullable Colour colour, List<Attribute> attributes, List<Option> options, String description) {

	/**
	 * A colour: the slug names the colourway of its picture, the name is for people.
	 */
	record Colour(String slug, String name) {

	}

	/**
	 * Something the shopper chooses: colour, size, capacity.
	 */
	record Option(String name, List<Choice> choices) {

		/** The option whose choices are colourways. */
		static final String COLOUR = "Colour";

	}

	/**
	 * One value of an option.
	 *
	 * @param key what the product's id derives from
	 * @param label what the shopper reads
	 * @param colour set for the choices of the option {@code Colour}
	 * @param plus what it costs more than the cheapest, in cents
	 * @param says a sentence for the description, or empty
	 */
	record Choice(String key, String label, @Nullable Colour colour, long plus, String says) {

		static Choice of(Colour colour) {
			return new Choice(colour.slug(), colour.name(), colour, 0, "");
		}

	}

}
