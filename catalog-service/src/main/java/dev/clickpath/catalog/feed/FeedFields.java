package dev.clickpath.catalog.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a feed that mean something here. Names are those of the common
 * shopping-feed format; others are counted and left aside.
 */
final class FeedFields {

	static final String ID = "id";

	static final String TITLE = "title";

	static final String DESCRIPTION = "description";

	static final String BRAND = "brand";

	static final String PRODUCT_TYPE = "product_type";

	static final String PRICE = "price";

	static final String SALE_PRICE = "sale_price";

	static final String AVAILABILITY = "availability";

	static final String QUANTITY = "quantity";

	static final String IMAGE_LINK = "image_link";

	static final String COLOUR = "color";

	static final List<String> REQUIRED = List.of(ID, TITLE, PRICE);

	/**
	 * What becomes an attribute of the product, by the attribute's name. Model numbers
	 * are found whole and in parts.
	 */
	static final Map<String, String> ATTRIBUTES = Map.of(COLOUR, "Colour", "size", "Size", "material", "Material",
			"pattern", "Pattern", "model", "Model", "mpn", "MPN", "gtin", "GTIN");

	/** In the order in which a product's page shows them. */
	static final List<String> ATTRIBUTE_ORDER = List.of("model", COLOUR, "size", "material", "pattern", "mpn", "gtin");

	private static final Set<String> KNOWN = Stream
		.concat(Stream.of(ID, TITLE, DESCRIPTION, BRAND, PRODUCT_TYPE, PRICE, SALE_PRICE, AVAILABILITY, QUANTITY,
				IMAGE_LINK), ATTRIBUTE_ORDER.stream())
		.collect(Collectors.toUnmodifiableSet());

	private FeedFields() {
	}

	static boolean isKnown(String name) {
		return KNOWN.contains(name);
	}

	/**
	 * The name as the format has it: {@code Product Type} is {@code product_type}.
	 */
	static String normalise(String name) {
		return KNOWN.contains(name) ? name : name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
	}

}
