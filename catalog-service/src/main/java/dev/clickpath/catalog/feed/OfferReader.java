package dev.clickpath.catalog.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import dev.clickpath.catalog.seed.Slug;
import dev.clickpath.catalog.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Checks what rows say. Texts stay as they are, markup and all, but for what nobody can
 * see; everything has a largest length.
 */
public final class OfferReader {

	/** What stands in an address as it is. The shop's pages ask for no other ids. */
	private static final Pattern ID = Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9._-]{1,64}");

	private static final Pattern IMAGE_LINK = Pattern
		.compile("(?:https?://|(?![A-Za-z][A-Za-z0-9+.-]*:))[^\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);

	private static final Pattern LEVEL_END = Pattern.compile(">|&gt;");

	private static final int LONGEST_TITLE = 500;

	private static final int LONGEST_BRAND = 100;

	private static final int LONGEST_DESCRIPTION = 20_000;

	private static final int LONGEST_LINK = 2_000;

	private static final int LONGEST_ATTRIBUTE = 200;

	private static final int LONGEST_LEVEL = 80;

	private static final int MOST_LEVELS = 10;

	private static final int LONGEST_SLUG = 80;

	/** Of what is said to be there without saying how much. */
	private static final int PLENTY = 100;

	private static final int MOST_PIECES = 1_000_000;

	private static final String NO_BRAND = "Unbranded";

	/**
	 * Whether a field of that name means something.
	 */
	public static boolean understands(String field) {
		return FeedFields.isKnown(field);
	}

	/**
	 * What a row says.
	 * @param row its fields by their names
	 */
	public Offer read(Map<String, String> row) throws RefusedException {
		String id = id(row);
		String title = line(row, FeedFields.TITLE, LONGEST_TITLE);
		if (title.isEmpty() || !PlainText.isSeen(title)) {
			throw new RefusedException("title is missing");
		}
		List<String> shelf = shelf(row);
		Money price = FeedPrice.read(FeedFields.PRICE, row.get(FeedFields.PRICE));
		Money sale = row.containsKey(FeedFields.SALE_PRICE)
				? FeedPrice.read(FeedFields.SALE_PRICE, row.get(FeedFields.SALE_PRICE)) : price;
		if (!sale.currency().equals(price.currency())) {
			throw new RefusedException("price and sale_price have two currencies");
		}
		boolean reduced = sale.amount() < price.amount();
		String brand = line(row, FeedFields.BRAND, LONGEST_BRAND);
		String colour = line(row, FeedFields.COLOUR, LONGEST_ATTRIBUTE);
		return new Offer(id, slug(title), title, brand.isEmpty() ? NO_BRAND : brand, shelf, reduced ? sale : price,
				reduced ? price : null, pieces(row), description(row), attributes(row, shelf), imageLink(row),
				colour.isEmpty() ? null : colour);
	}

	private static String id(Map<String, String> row) throws RefusedException {
		String id = row.getOrDefault(FeedFields.ID, "").strip();
		if (id.isEmpty()) {
			throw new RefusedException("id is missing");
		}
		if (!ID.matcher(id).matches()) {
			throw new RefusedException(
					"id must be 1 to 64 of the letters A to Z, digits, dots, hyphens and underscores, not "
							+ RefusedException.quote(id));
		}
		return id;
	}

	private static String line(Map<String, String> row, String field, int longest) throws RefusedException {
		return bounded(field, PlainText.line(row.getOrDefault(field, "")), longest);
	}

	private static String bounded(String field, String text, int longest) throws RefusedException {
		if (text.length() > longest) {
			throw new RefusedException("%s is longer than %,d characters".formatted(field, longest));
		}
		return text;
	}

	private static String description(Map<String, String> row) throws RefusedException {
		return bounded(FeedFields.DESCRIPTION, PlainText.lines(row.getOrDefault(FeedFields.DESCRIPTION, "")),
				LONGEST_DESCRIPTION);
	}

	private static List<String> shelf(Map<String, String> row) throws RefusedException {
		List<String> levels = new ArrayList<>();
		for (String level : LEVEL_END.split(row.getOrDefault(FeedFields.PRODUCT_TYPE, ""), -1)) {
			String name = bounded("a level of product_type", PlainText.line(level), LONGEST_LEVEL);
			if (!name.isEmpty() && PlainText.isSeen(name)) {
				levels.add(name);
			}
		}
		if (levels.size() > MOST_LEVELS) {
			throw new RefusedException("product_type has more than %d levels".formatted(MOST_LEVELS));
		}
		return levels.isEmpty() ? List.of(FeedShelves.OTHER) : List.copyOf(levels);
	}

	private static List<Attribute> attributes(Map<String, String> row, List<String> shelf) throws RefusedException {
		List<Attribute> attributes = new ArrayList<>();
		if (shelf.size() > 2) {
			attributes.add(new Attribute(Attribute.KIND, String.join(" › ", shelf.subList(2, shelf.size()))));
		}
		for (String field : FeedFields.ATTRIBUTE_ORDER) {
			String value = line(row, field, LONGEST_ATTRIBUTE);
			if (!value.isEmpty()) {
				attributes.add(new Attribute(FeedFields.ATTRIBUTES.getOrDefault(field, field), value));
			}
		}
		return attributes;
	}

	private static @Nullable String imageLink(Map<String, String> row) throws RefusedException {
		String link = row.getOrDefault(FeedFields.IMAGE_LINK, "").strip();
		if (link.isEmpty()) {
			return null;
		}
		if (link.length() > LONGEST_LINK || !IMAGE_LINK.matcher(link).matches()) {
			throw new RefusedException("image_link must be an http, https or relative address of at most %,d characters"
				.formatted(LONGEST_LINK));
		}
		return PlainText.line(link);
	}

	/** What is not there to be sold now is out of stock, however much there will be. */
	private static int pieces(Map<String, String> row) throws RefusedException {
		int quantity = quantity(row);
		String availability = row.getOrDefault(FeedFields.AVAILABILITY, "in_stock").strip();
		return switch (FeedFields.normalise(availability)) {
			case "in_stock", "limited_availability" -> quantity;
			case "out_of_stock", "preorder", "pre_order", "backorder", "back_order" -> 0;
			default ->
				throw new RefusedException("availability must be in_stock, out_of_stock, preorder or backorder, not "
						+ RefusedException.quote(availability));
		};
	}

	private static int quantity(Map<String, String> row) throws RefusedException {
		String text = row.getOrDefault(FeedFields.QUANTITY, "").strip();
		if (text.isEmpty()) {
			return PLENTY;
		}
		int quantity = -1;
		if (text.length() <= 10 && text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			quantity = (int) Math.min(Long.parseLong(text), MOST_PIECES + 1);
		}
		if (quantity < 0 || quantity > MOST_PIECES) {
			throw new RefusedException("quantity must be a whole number from 0 to %,d, not %s".formatted(MOST_PIECES,
					RefusedException.quote(text)));
		}
		return quantity;
	}

	private static String slug(String title) {
		String slug = Slug.of(title);
		if (slug.length() > LONGEST_SLUG) {
			int end = slug.lastIndexOf('-', LONGEST_SLUG);
			slug = slug.substring(0, (end > 0) ? end : LONGEST_SLUG);
		}
		return slug.isEmpty() ? "product" : slug;
	}

}
