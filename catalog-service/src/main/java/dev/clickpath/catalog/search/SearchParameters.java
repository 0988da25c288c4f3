package dev.clickpath.catalog.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.clickpath.catalog.problem.InvalidParameterException;
import dev.clickpath.catalog.ranking.Order;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * What the parameters of a search may be.
 */
final class SearchParameters {

	/** How deep one may leaf. */
	private static final int DEEPEST = 10_000;

	private static final int LARGEST_PAGE = 100;

	private static final int LONGEST_TEXT = 200;

	private static final int MOST_VALUES = 50;

	private static final int MOST_ATTRIBUTES = 10;

	private static final int MOST_LIMITS = 64;

	private static final Pattern LIMITS = Pattern.compile("\\d{1,15}(,\\d{1,15})*");

	private static final String ATTRIBUTE = "attr.";

	private SearchParameters() {
	}

	static @Nullable String words(@Nullable String q) {
		if (q != null && q.length() > LONGEST_TEXT) {
			throw new InvalidParameterException("q", "must be at most " + LONGEST_TEXT + " characters long");
		}
		return text(q);
	}

	static @Nullable String text(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/**
	 * The values of a parameter that may come again.
	 */
	static Set<String> texts(MultiValueMap<String, String> parameters, String name) {
		List<String> values = parameters.getOrDefault(name, List.of());
		if (values.size() > MOST_VALUES) {
			throw new InvalidParameterException(name, "must come at most " + MOST_VALUES + " times");
		}
		Set<String> texts = new HashSet<>();
		for (String value : values) {
			if (value.length() > LONGEST_TEXT) {
				throw new InvalidParameterException(name, "must be at most " + LONGEST_TEXT + " characters long");
			}
			if (!value.isBlank()) {
				texts.add(value.strip());
			}
		}
		return texts;
	}

	/**
	 * The values of the attributes asked for as {@code attr.colour}, by their keys.
	 */
	static Map<String, Set<String>> attributes(MultiValueMap<String, String> parameters) {
		Map<String, Set<String>> attributes = new HashMap<>();
		for (String name : parameters.keySet()) {
			if (name.startsWith(ATTRIBUTE)) {
				Set<String> values = texts(parameters, name);
				if (!values.isEmpty()) {
					attributes.put(name.substring(ATTRIBUTE.length()), values);
				}
			}
		}
		if (attributes.size() > MOST_ATTRIBUTES) {
			throw new InvalidParameterException(ATTRIBUTE, "must be at most " + MOST_ATTRIBUTES + " attributes");
		}
		return attributes;
	}

	static @Nullable Long price(String parameter, @Nullable Long price) {
		if (price != null && price < 0) {
			throw new InvalidParameterException(parameter, "must not be negative");
		}
		return price;
	}

	/**
	 * Where ranges of prices may end.
	 */
	static List<Long> limits(@Nullable String limits) {
		String text = text(limits);
		if (text == null) {
			return List.of();
		}
		if (text.length() > MOST_LIMITS * 16 || !LIMITS.matcher(text).matches()) {
			throw new InvalidParameterException("price-limits", "must be whole numbers with commas between them");
		}
		List<Long> each = Arrays.stream(text.split(",", -1)).map(Long::valueOf).toList();
		for (int i = 0; i < each.size(); i++) {
			if (each.size() > MOST_LIMITS || each.get(i) <= ((i > 0) ? each.get(i - 1) : 0)) {
				throw new InvalidParameterException("price-limits",
						"must be at most " + MOST_LIMITS + " numbers above 0, each larger than the one before");
			}
		}
		return each;
	}

	static @Nullable Double rating(String parameter, @Nullable Double rating) {
		if (rating != null && !(rating >= 0 && rating <= 5)) {
			throw new InvalidParameterException(parameter, "must be from 0 to 5");
		}
		return rating;
	}

	static Order order(@Nullable String sort, @Nullable String words) {
		if (text(sort) == null) {
			return (words != null) ? Order.RELEVANCE : Order.POPULARITY;
		}
		for (Order order : Order.values()) {
			if (name(order).equals(sort)) {
				return (words == null && order == Order.RELEVANCE) ? Order.POPULARITY : order;
			}
		}
		throw new InvalidParameterException("sort", "must be one of "
				+ Arrays.stream(Order.values()).map(SearchParameters::name).collect(Collectors.joining(", ")));
	}

	private static String name(Order order) {
		return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static void checkPage(int page, int size) {
		if (size < 1 || size > LARGEST_PAGE) {
			throw new InvalidParameterException("size", "must be from 1 to " + LARGEST_PAGE);
		}
		if (page < 1 || page > DEEPEST / size) {
			throw new InvalidParameterException("page",
					"must be from 1 to " + (DEEPEST / size) + " when a page has " + size + " products");
		}
	}

	static long pages(long total, int size) {
		return Math.min((total + size - 1) / size, DEEPEST / size);
	}

}
