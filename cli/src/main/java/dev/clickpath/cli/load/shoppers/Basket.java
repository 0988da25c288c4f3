package dev.clickpath.cli.load.shoppers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.browsing.Window;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Page;
import dev.clickpath.cli.shopping.Till;
import org.jsoup.nodes.Element;

/**
 * What a shopper does with their basket, and whether it holds what they know it holds.
 */
final class Basket {

	private static final Pattern LINE = Pattern.compile("/basket/items/(.+)");

	private static final Pattern PRODUCT = Pattern.compile("/products/([^/?]+).*");

	private static final double TWO_PIECES = 0.15;

	private static final double CHANGING = 0.3;

	private static final int MOST_PIECES = 3;

	private final Person person;

	private final Window window;

	private final Ledger ledger;

	private final Till till;

	private final RandomGenerator random;

	Basket(Person person, Window window, Ledger ledger, Till till, RandomGenerator random) {
		this.person = person;
		this.window = window;
		this.ledger = ledger;
		this.till = till;
		this.random = random;
	}

	/** The product that a page is about. */
	static Optional<String> product(Page page) {
		Matcher product = PRODUCT.matcher(page.address().getPath());
		return product.matches() ? Optional.of(product.group(1)) : Optional.empty();
	}

	/** How many pieces there are of each product, as the basket's page says. */
	static Map<String, Integer> lines(Page page) {
		Map<String, Integer> lines = new HashMap<>();
		for (Element form : page.document().select("main ul.lines form[action^=/basket/items/]")) {
			Matcher line = LINE.matcher(form.attr("action"));
			Element quantity = form.selectFirst("input[name=quantity]:not([type=hidden])");
			if (line.matches() && quantity != null && quantity.attr("value").matches("\\d{1,4}")) {
				lines.put(line.group(1), Integer.valueOf(quantity.attr("value")));
			}
		}
		return lines;
	}

	/**
	 * Puts what a page is about into the basket, unless it is sold out.
	 */
	void add(Page page) throws NoAnswerException, WrongThingException {
		int pieces = (this.random.nextDouble() < TWO_PIECES) ? 2 : 1;
		String product = product(page).orElse("");
		Optional<Page> basket = this.till.add(page, pieces);
		if (basket.isEmpty()) {
			this.ledger.ordered("sold out");
			return;
		}
		check(basket.get(), product, this.person.basket().getOrDefault(product, 0) + pieces);
	}

	/**
	 * Goes to the basket, and now and then takes more or less of something.
	 */
	void look() throws NoAnswerException, WrongThingException {
		Page page = this.window.get("/basket");
		check(page);
		Optional<Form> line = page.form("/basket/items/");
		if (line.isPresent() && this.random.nextDouble() < CHANGING) {
			Matcher product = LINE.matcher(line.get().action().getPath());
			int pieces = this.random.nextInt(MOST_PIECES);
			Page changed = this.window.submit(line.get().with("quantity", Integer.toString(pieces)));
			check(changed, product.matches() ? product.group(1) : "", pieces);
		}
	}

	private void check(Page page, String changed, int pieces) throws WrongThingException {
		if (page.first("main p.note").isPresent()) {
			// There are not that many, the shop says, and how many it is instead.
			this.person.holds(changed, lines(page).getOrDefault(changed, 0));
		}
		else {
			this.person.holds(changed, pieces);
		}
		check(page);
	}

	private void check(Page page) throws WrongThingException {
		if (!page.address().getPath().equals("/basket")) {
			throw wrong("the basket's form led to " + page.address().getPath());
		}
		Map<String, Integer> expected = this.person.basket();
		Map<String, Integer> lines = lines(page);
		boolean complete = !this.person.isBasketKnown() || lines.keySet().equals(expected.keySet());
		boolean right = expected.entrySet()
			.stream()
			.allMatch((line) -> atLeast(line.getValue(), lines.getOrDefault(line.getKey(), 0)));
		this.person.learn(lines);
		if (!complete || !right) {
			throw wrong("the basket of %s holds %s, not %s".formatted(this.person.name(), lines, expected));
		}
	}

	/** Where an account's basket has joined, there may be more. */
	private boolean atLeast(int expected, int there) {
		return this.person.isBasketKnown() ? there == expected : there >= expected;
	}

	private static WrongThingException wrong(String seen) {
		return new WrongThingException(Failure.WRONG_BASKET, seen);
	}

}
