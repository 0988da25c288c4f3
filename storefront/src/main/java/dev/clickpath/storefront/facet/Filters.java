package dev.clickpath.storefront.facet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.money.Prices;
import org.jspecify.annotations.Nullable;

/**
 * The filters that are on. What makes no sense in an address that people pass around is
 * passed over, so that a page always answers.
 *
 * @param values by their parameter, in the page's order; of several values any will do
 */
public record Filters(Map<String, List<String>> values) {

	public static final Filters NONE = new Filters(Map.of());

	static final String DEPARTMENT = "department";

	static final String CATEGORY = "category";

	static final String BRAND = "brand";

	static final String PRICE_MIN = "price-min";

	static final String PRICE_MAX = "price-max";

	static final String RATING_MIN = "rating-min";

	static final String IN_STOCK = "in-stock";

	static final String ON_SALE = "on-sale";

	static final String ATTRIBUTE = "attr.";

	/** A form's, in whole units of the shopper's currency. */
	static final String PRICE_FROM = "price-from";

	static final String PRICE_TO = "price-to";

	private static final int MOST_VALUES = 20;

	private static final int MOST_ATTRIBUTES = 8;

	private static final Pattern ATTRIBUTE_NAME = Pattern.compile("attr\\.[\\p{L}\\p{N}-]{1,60}");

	private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,100}");

	private static final Pattern WHOLE_UNITS = Pattern.compile("[0-9]{1,7}");

	private static final Map<String, Pattern> PLAIN = plainPatterns();

	private static Map<String, Pattern> plainPatterns() {
		Map<String, Pattern> patterns = new LinkedHashMap<>();
		patterns.put(DEPARTMENT, Pattern.compile("[a-z0-9-]{1,64}"));
		patterns.put(CATEGORY, Pattern.compile("[a-z0-9-]{1,64}"));
		patterns.put(BRAND, TEXT);
		patterns.put(PRICE_MIN, Pattern.compile("[0-9]{1,9}"));
		patterns.put(PRICE_MAX, Pattern.compile("[0-9]{1,9}"));
		patterns.put(RATING_MIN, Pattern.compile("[1-5]"));
		patterns.put(IN_STOCK, Pattern.compile("true"));
		patterns.put(ON_SALE, Pattern.compile("true"));
		return patterns;
	}

	/**
	 * Those that an address asks for.
	 * @param minorUnits how many of them make a whole one of the shopper's currency
	 */
	public static Filters of(Map<String, List<String>> parameters, long minorUnits) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		PLAIN.forEach((name, pattern) -> add(name, parameters.get(name), pattern, values));
		bound(PRICE_MIN, parameters.get(PRICE_FROM), minorUnits, values);
		bound(PRICE_MAX, parameters.get(PRICE_TO), minorUnits, values);
		swap(values);
		new TreeMap<>(parameters).keySet()
			.stream()
			.filter((name) -> ATTRIBUTE_NAME.matcher(name).matches())
			.limit(MOST_ATTRIBUTES)
			.forEach((name) -> add(name, parameters.get(name), TEXT, values));
		return new Filters(values);
	}

	/**
	 * Those of the page of a department, which has its own way to others.
	 */
	public static Filters within(Map<String, List<String>> parameters, long minorUnits) {
		return of(parameters, minorUnits).with(DEPARTMENT, List.of()).with(CATEGORY, List.of());
	}

	private static void add(String name, @Nullable List<String> given, Pattern pattern,
			Map<String, List<String>> values) {
		if (given != null) {
			List<String> sound = given.stream()
				.map(String::strip)
				.filter((value) -> pattern.matcher(value).matches())
				.distinct()
				.limit(isChosenSeverally(name) ? MOST_VALUES : 1)
				.toList();
			if (!sound.isEmpty()) {
				values.put(name, sound);
			}
		}
	}

	private static void bound(String name, @Nullable List<String> given, long minorUnits,
			Map<String, List<String>> values) {
		if (given != null && WHOLE_UNITS.matcher(given.getFirst()).matches()) {
			values.put(name, List.of(Long.toString(Long.parseLong(given.getFirst()) * minorUnits)));
		}
	}

	/** Whoever asks for 50 to 20 means 20 to 50. */
	private static void swap(Map<String, List<String>> values) {
		List<String> least = values.get(PRICE_MIN);
		List<String> most = values.get(PRICE_MAX);
		if (least != null && most != null && Long.parseLong(least.getFirst()) > Long.parseLong(most.getFirst())) {
			values.put(PRICE_MIN, most);
			values.put(PRICE_MAX, least);
		}
	}

	/** Of the others a value takes the place of the one before. */
	private static boolean isChosenSeverally(String name) {
		return name.equals(DEPARTMENT) || name.equals(CATEGORY) || name.equals(BRAND) || name.startsWith(ATTRIBUTE);
	}

	public boolean isEmpty() {
		return this.values.isEmpty();
	}

	/**
	 * The values that are on, perhaps none.
	 */
	public List<String> of(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	@Nullable String first(String name) {
		List<String> on = of(name);
		return on.isEmpty() ? null : on.getFirst();
	}

	boolean has(String name, String value) {
		return of(name).stream().anyMatch((on) -> areSame(name, on, value));
	}

	/**
	 * The catalogue takes no notice of case in brands and attributes, and does in all
	 * else.
	 */
	static boolean areSame(String name, String value, String other) {
		return (name.equals(BRAND) || name.startsWith(ATTRIBUTE)) ? value.equalsIgnoreCase(other) : value.equals(other);
	}

	/**
	 * The same with the value on when it was off, and off when it was on.
	 */
	Filters toggled(String name, String value) {
		List<String> changed = new ArrayList<>(isChosenSeverally(name) || has(name, value) ? of(name) : List.of());
		if (!changed.removeIf((on) -> areSame(name, on, value))) {
			changed.add(value);
		}
		return with(name, changed);
	}

	/**
	 * The same with just these values of one filter.
	 */
	public Filters with(String name, List<String> chosen) {
		Map<String, List<String>> changed = new LinkedHashMap<>(this.values);
		if (chosen.isEmpty()) {
			changed.remove(name);
		}
		else {
			changed.put(name, List.copyOf(chosen));
		}
		return new Filters(changed);
	}

	/**
	 * The address of a list with these filters on.
	 */
	public Query in(Query list) {
		Query address = list;
		for (Map.Entry<String, List<String>> filter : this.values.entrySet()) {
			address = address.withAll(filter.getKey(), filter.getValue());
		}
		return address;
	}

	/**
	 * The same question for the catalogue, which reckons in its own currency: for exactly
	 * the products whose price, as it is shown, lies within the bounds.
	 */
	public SearchQuery in(SearchQuery question, Prices prices, String catalogCurrency) {
		SearchQuery narrowed = question.with("price-limits", PriceRanges.of(prices, catalogCurrency).limits());
		for (Map.Entry<String, List<String>> filter : this.values.entrySet()) {
			String name = filter.getKey();
			narrowed = switch (name) {
				case PRICE_MIN -> narrowed.with(name, bound(prices.least(amount(filter), catalogCurrency)));
				case PRICE_MAX -> narrowed.with(name, bound(prices.least(amount(filter) + 1, catalogCurrency) - 1));
				default -> narrowed.withAll(name, filter.getValue());
			};
		}
		return narrowed;
	}

	private static long amount(Map.Entry<String, List<String>> filter) {
		return Long.parseLong(filter.getValue().getFirst());
	}

	private static String bound(long amount) {
		return Long.toString(Math.max(0, amount));
	}

}
