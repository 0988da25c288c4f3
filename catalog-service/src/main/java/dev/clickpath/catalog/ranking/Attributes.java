package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.clickpath.catalog.product.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that products can be filtered by. One that is different for nearly every
 * product, as measures and free text are, is no use for that and is left out as soon as
 * it shows.
 */
final class Attributes {

	private static final int MOST_NAMES = 1_000;

	/**
	 * With so many values a name is none to choose by. A search that finds few of them
	 * may well offer those.
	 */
	private static final int MOST_VALUES = 2_000;

	/** Of all names; every search counts by them. */
	private static final int MOST_OF_ALL = 20_000;

	/** Names, as addresses have them, of what tells one model from all others. */
	private static final Set<String> MODELS = Set.of("model", "model-number", "model-no", "mpn", "part-number", "sku",
			"gtin", "ean", "upc");

	private static final int LONGEST_VALUE = 60;

	private static final int MOST_SPELLINGS = 50_000;

	/** A value of an attribute, as people read it. */
	record Value(String key, String value, String term) {

	}

	private final Map<String, Map<String, Integer>> valuesByKey = new HashMap<>();

	private final Map<String, String> names = new HashMap<>();

	/** By name and value as they are written. */
	private final Map<Attribute, Integer> numbers = new HashMap<>();

	private final List<Value> values = new ArrayList<>();

	/**
	 * The name of an attribute as addresses have it.
	 */
	static String key(String name) {
		return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
	}

	/**
	 * Whether an attribute of that name tells one model from all others.
	 */
	static boolean isModel(String name) {
		return MODELS.contains(name.strip().toLowerCase(Locale.ROOT).replace(' ', '-'));
	}

	/**
	 * What a product with that value is found by.
	 */
	static String term(String key, String value) {
		return key + "=" + value.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * The number of a value, or null when it is none to filter by.
	 */
	synchronized @Nullable Integer number(Attribute attribute) {
		String value = attribute.value().strip();
		if (value.isEmpty() || value.length() > LONGEST_VALUE) {
			return null;
		}
		Integer known = this.numbers.get(new Attribute(attribute.name(), value));
		return (known != null) ? known : add(attribute, value);
	}

	private @Nullable Integer add(Attribute attribute, String value) {
		String key = key(attribute.name());
		Map<String, Integer> others = this.valuesByKey.get(key);
		if (key.equals(Fields.BRAND) || (others == null && this.valuesByKey.size() >= MOST_NAMES)) {
			return null;
		}
		if (others == null) {
			others = new HashMap<>();
			this.valuesByKey.put(key, others);
			this.names.put(key, attribute.name().strip());
		}
		String term = term(key, value);
		Integer number = others.get(term);
		if (number == null) {
			if (others.size() >= MOST_VALUES || this.values.size() >= MOST_OF_ALL) {
				return null;
			}
			number = this.values.size();
			others.put(term, number);
			this.values.add(new Value(key, value, term));
		}
		if (this.numbers.size() < MOST_SPELLINGS) {
			this.numbers.put(new Attribute(attribute.name(), value), number);
		}
		return number;
	}

	/**
	 * What products with that value are found by.
	 */
	synchronized String term(int number) {
		return this.values.get(number).term();
	}

	synchronized Value value(int number) {
		return this.values.get(number);
	}

	/**
	 * The name as people read it.
	 */
	synchronized String name(String key) {
		return this.names.getOrDefault(key, key);
	}

	/**
	 * Whether the name has few enough values to choose from, and they say more than which
	 * thing it is.
	 */
	synchronized boolean isChoice(String key) {
		return !MODELS.contains(key) && this.valuesByKey.getOrDefault(key, Map.of()).size() < MOST_VALUES;
	}

	synchronized int size() {
		return this.values.size();
	}

}
