package dev.clickpath.cli.load.shoppers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.clickpath.cli.shopping.Page;
import org.jsoup.nodes.Element;

/**
 * Where a page leads to.
 */
final class Links {

	private static final Pattern WORD = Pattern.compile("(?<=[/-])([a-z]{4,})(?=-|$)");

	private Links() {
	}

	/** Cards of products: where they lead, and what the product is called. */
	static Map<String, String> products(Page page) {
		Map<String, String> products = new LinkedHashMap<>();
		for (Element title : page.document().select("main a[href^=/products/] h3 > span")) {
			Element link = title.closest("a");
			if (link != null) {
				products.putIfAbsent(link.attr("href"), title.text());
			}
		}
		return products;
	}

	/** Where the departments are, and what they are called. */
	static Map<String, String> departments(Page page) {
		Map<String, String> departments = new LinkedHashMap<>();
		page.document()
			.select("nav.departments a[href^=/departments/]")
			.forEach((link) -> departments.put(link.attr("href"), link.text()));
		return departments;
	}

	/** Filters that are not taken yet. */
	static List<String> filters(Page page) {
		return page.document()
			.select("details.facets a[href]:not([aria-current])")
			.stream()
			.map((link) -> link.attr("href"))
			.filter((href) -> href.startsWith("/"))
			.toList();
	}

	/** Words that stand in the names of the products it leads to. */
	static List<String> words(Page page) {
		Set<String> words = new LinkedHashSet<>();
		for (String path : products(page).keySet()) {
			WORD.matcher(path.substring(path.lastIndexOf('/')))
				.results()
				.map((word) -> word.group(1))
				.forEach(words::add);
		}
		return new ArrayList<>(words);
	}

}
