package dev.clickpath.cli.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.clickpath.cli.Problem;

/**
 * What the shop offers, found by walking through it as a stranger: whatever catalogue it
 * has, its own pages are measured.
 *
 * @param departments the paths of the departments
 * @param products the paths of some products of each
 * @param searches paths of searches that find something
 */
record Range(List<String> departments, List<String> products, List<String> searches) {

	private static final Pattern DEPARTMENT = Pattern.compile("href=\"(/departments/[a-z0-9-]+)\"");

	private static final Pattern PRODUCT = Pattern.compile("href=\"(/products/[A-Za-z0-9._-]+/[a-z0-9-]+)\"");

	private static final Pattern WORD = Pattern.compile("(?<=[/-])([a-z]{4,})(?=-|$)");

	private static final int MOST_SEARCHES = 60;

	static Range walk(Browser browser) {
		List<String> departments = List.copyOf(departments(browser.read(Request.ofStranger("/"))));
		Set<String> products = new LinkedHashSet<>();
		for (String department : departments) {
			products.addAll(products(browser.read(Request.ofStranger(department))));
		}
		if (products.isEmpty()) {
			throw new Problem(
					"The page %s leads to no products, so it cannot be measured as the shop; is it another site?"
						.formatted(browser.site()));
		}
		List<String> searches = words(products).stream()
			.map((word) -> "/search?q=" + word)
			.filter((search) -> PRODUCT.matcher(browser.read(Request.ofStranger(search))).find())
			.toList();
		if (searches.isEmpty()) {
			throw new Problem(
					"No search at %s finds anything; see ./clickpath logs catalog-service.".formatted(browser.site()));
		}
		return new Range(departments, List.copyOf(products), searches);
	}

	private static Set<String> found(Pattern pattern, String page) {
		Set<String> found = new LinkedHashSet<>();
		pattern.matcher(page).results().map((match) -> match.group(1)).forEach(found::add);
		return found;
	}

	static Set<String> products(String page) {
		return found(PRODUCT, page);
	}

	static Set<String> departments(String page) {
		return found(DEPARTMENT, page);
	}

	/** Words of the products' names, spread over all departments. */
	static List<String> words(Collection<String> products) {
		Set<String> words = new LinkedHashSet<>();
		products.forEach((path) -> words.addAll(found(WORD, path.substring(path.lastIndexOf('/')))));
		List<String> all = new ArrayList<>(words);
		int step = Math.ceilDiv(Math.max(all.size(), 1), MOST_SEARCHES);
		List<String> spread = new ArrayList<>();
		for (int i = 0; i < all.size(); i += step) {
			spread.add(all.get(i));
		}
		return spread;
	}

}
