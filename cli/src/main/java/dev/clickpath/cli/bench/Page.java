package dev.clickpath.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A kind of page, as it is asked for under load.
 *
 * @param name what people call it
 * @param browser asks its site
 * @param requests who asks for what, in turn
 * @param words what every answer holds when it is right
 * @param weight its usual weight
 */
record Page(String name, Browser browser, List<Request> requests, String words, Weight weight) {

	private static final int VARIETY = 1_024;

	/** The same requests in the same order at every run. */
	private static final long SEED = 20_260_101;

	/**
	 * The shop's four.
	 */
	static List<Page> ofShop(Browser browser) {
		Range range = Range.walk(browser);
		List<String> shoppers = Shoppers.arrive(browser, range.products());
		return List.of(of("home", browser, List.of("/"), shoppers, Shoppers.PERSONAL),
				of("department", browser, range.departments(), shoppers, "href=\"/products/"),
				of("product", browser, range.products(), shoppers, "About this product"),
				of("search", browser, range.searches(), shoppers, "href=\"/products/"));
	}

	/**
	 * A page of another site, as a stranger sees it.
	 */
	static Page ofPeer(Browser browser, String path) {
		return of("peer", browser, List.of(path), List.of(""), "");
	}

	/**
	 * All of them mixed, for the warm-up.
	 */
	static Page mixed(List<Page> pages) {
		List<Request> requests = new ArrayList<>();
		pages.forEach((page) -> requests.addAll(page.requests()));
		Collections.shuffle(requests, new Random(SEED));
		return new Page("warm-up", pages.getFirst().browser(), requests, "", new Weight(0, 0));
	}

	private static Page of(String name, Browser browser, List<String> paths, List<String> cookies, String words) {
		Random random = new Random(SEED);
		List<Request> requests = new ArrayList<>();
		for (int i = 0; i < VARIETY; i++) {
			requests.add(new Request(paths.get(i % paths.size()), cookies.get(random.nextInt(cookies.size()))));
		}
		Collections.shuffle(requests, random);
		return new Page(name, browser, requests, words, Weight.of(browser, requests));
	}

}
