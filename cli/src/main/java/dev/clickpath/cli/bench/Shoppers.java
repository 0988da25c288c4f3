package dev.clickpath.cli.bench;

import java.net.HttpCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import dev.clickpath.cli.Problem;

/**
 * Visitors who have looked around before, so that each sees a home page of their own.
 */
final class Shoppers {

	/** The heading of the shelf that only a visitor with a history sees. */
	static final String PERSONAL = "Continue where you left off";

	private static final int NUMBER = 64;

	private static final int VIEWS = 4;

	/** Prime to usual numbers of products, so that shoppers differ. */
	private static final int STRIDE = 37;

	private static final String COOKIE = "visitor";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration POLL = Duration.ofMillis(200);

	private Shoppers() {
	}

	/**
	 * Lets new visitors look at products, and returns their cookies once all their home
	 * pages are personal.
	 */
	static List<String> arrive(Browser browser, List<String> products) {
		List<String> cookies = new ArrayList<>();
		int next = 0;
		for (int shopper = 0; shopper < NUMBER; shopper++) {
			String cookie = greet(browser);
			for (int view = 0; view < VIEWS; view++) {
				browser.read(new Request(products.get(next % products.size()), cookie));
				next += STRIDE;
			}
			cookies.add(cookie);
		}
		awaitRecognition(browser, cookies);
		return cookies;
	}

	private static String greet(Browser browser) {
		return browser.get(Request.ofStranger("/"), Coding.PLAIN)
			.headers()
			.allValues("Set-Cookie")
			.stream()
			.flatMap((field) -> HttpCookie.parse(field).stream())
			.filter((cookie) -> cookie.getName().equals(COOKIE))
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.findFirst()
			.orElseThrow(
					() -> new Problem("%s gives its visitors no cookie \"%s\", so it is not a shop that bench knows."
						.formatted(browser.site(), COOKIE)));
	}

	private static void awaitRecognition(Browser browser, List<String> cookies) {
		Instant end = Instant.now().plus(PATIENCE);
		List<String> strangers = strangers(browser, cookies);
		while (!strangers.isEmpty()) {
			if (Instant.now().isAfter(end)) {
				throw new Problem(
						"The home pages of %d of %d shoppers know nothing of what they viewed; see ./clickpath logs recommendation-service."
							.formatted(strangers.size(), cookies.size()));
			}
			LockSupport.parkNanos(POLL.toNanos());
			strangers = strangers(browser, strangers);
		}
	}

	private static List<String> strangers(Browser browser, List<String> cookies) {
		return cookies.stream().filter((cookie) -> !browser.read(new Request("/", cookie)).contains(PERSONAL)).toList();
	}

}
