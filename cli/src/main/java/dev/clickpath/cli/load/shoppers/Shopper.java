package dev.clickpath.cli.load.shoppers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.browsing.Identity;
import dev.clickpath.cli.load.browsing.Window;
import dev.clickpath.cli.load.visits.Action;
import dev.clickpath.cli.load.visits.Pauses;
import dev.clickpath.cli.load.visits.Step;
import dev.clickpath.cli.load.visits.Visit;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Page;
import dev.clickpath.cli.shopping.Till;
import org.jsoup.nodes.Element;

/**
 * Somebody on a visit: does one thing after the other as the visit's plan says, decides
 * by what is on the page before them, and looks whether it is what they asked for.
 */
final class Shopper {

	/** After so many answers that did not come or were wrong, they leave. */
	private static final int MOST_TROUBLES = 2;

	private static final double AHEAD = 0.25;

	private final Person person;

	private final Window window;

	private final Ledger ledger;

	private final Clock clock;

	private final RandomGenerator random;

	private final SearchField field;

	private final Basket basket;

	private final Checkout checkout;

	private final Till till;

	private int troubles;

	/**
	 * Somebody who is about to come in.
	 * @param vocabulary words that can be searched for
	 */
	Shopper(Person person, Window window, Ledger ledger, Clock clock, List<String> vocabulary, Till till, Pauses pauses,
			RandomGenerator random) {
		this.person = person;
		this.window = window;
		this.ledger = ledger;
		this.clock = clock;
		this.random = random;
		this.till = till;
		this.field = new SearchField(window, clock, vocabulary, random);
		this.basket = new Basket(person, window, ledger, till, random);
		this.checkout = new Checkout(person, window, ledger, till, clock, pauses, random);
	}

	/**
	 * Goes through the shop until the visit is over, or the run is.
	 * @return whether the shop and they agree on who they are, so that they may come
	 * again
	 */
	boolean visit(Visit visit) throws InterruptedException {
		long due = this.clock.begin() + visit.arrival().toNanos();
		boolean first = true;
		for (Step step : visit.steps()) {
			due = first ? due : this.clock.now() + step.pause().toNanos();
			first = false;
			String words = "";
			if (step.action() == Action.SEARCH) {
				words = this.field.think(due, step.pause());
			}
			if (!this.clock.await(due)) {
				return isAgreed();
			}
			perform(step.action(), due, words);
			if (this.troubles == MOST_TROUBLES) {
				return isAgreed();
			}
		}
		if (visit.signsOut() && isAgreed()) {
			signOut();
		}
		return isAgreed();
	}

	private boolean isAgreed() {
		return this.window.identity().presence() != Identity.Presence.EITHER;
	}

	private void perform(Action action, long due, String words) throws InterruptedException {
		this.window.due(due);
		try {
			switch (action) {
				case HOME -> this.window.get("/");
				case DEPARTMENT -> department();
				case SEARCH -> this.field.search(words);
				case NARROW -> narrow();
				case PRODUCT -> product();
				case ADD -> add();
				case BASKET -> this.basket.look();
				case SIGN_IN -> signIn();
				case PAY -> pay();
				case ORDERS -> this.checkout.lookAtOrders();
			}
		}
		catch (WrongThingException ex) {
			this.ledger.amiss(ex.failure(), ex.seen());
			this.troubles++;
		}
		catch (NoAnswerException ex) {
			// The window has noted it.
			this.person.forgetBasket();
			this.troubles++;
		}
	}

	/** What they have before them; who has just come in begins at home. */
	private Page here() throws NoAnswerException {
		Page page = this.window.page();
		return (page != null) ? page : this.window.get("/");
	}

	private Optional<Page> department() throws NoAnswerException, WrongThingException {
		List<Map.Entry<String, String>> departments = List.copyOf(Links.departments(here()).entrySet());
		if (departments.isEmpty()) {
			this.ledger.leftOut();
			return Optional.empty();
		}
		Map.Entry<String, String> department = departments.get(this.random.nextInt(departments.size()));
		Page page = this.window.get(department.getKey());
		heading(page, department.getValue());
		return Optional.of(page);
	}

	private void narrow() throws NoAnswerException, WrongThingException {
		List<String> filters = Links.filters(here());
		if (filters.isEmpty()) {
			filters = department().map(Links::filters).orElse(List.of());
		}
		if (!filters.isEmpty()) {
			Page page = this.window.get(filters.get(this.random.nextInt(filters.size())));
			if (page.first("p.chips.filters a").isEmpty()) {
				throw wrong("%s does not say what it was narrowed to".formatted(page.address()));
			}
		}
	}

	private Optional<Page> product() throws NoAnswerException, WrongThingException {
		Map<String, String> products = Links.products(here());
		if (products.isEmpty()) {
			products = Links.products(this.window.get("/"));
		}
		if (products.isEmpty()) {
			products = department().map(Links::products).orElse(Map.of());
		}
		if (products.isEmpty()) {
			this.ledger.leftOut();
			return Optional.empty();
		}
		// What comes first is looked at most.
		double place = this.random.nextDouble();
		Map.Entry<String, String> chosen = List.copyOf(products.entrySet())
			.get((int) (place * place * products.size()));
		boolean ahead = this.random.nextDouble() < AHEAD && !this.person.isSignedIn()
				&& this.person.cookies().value("visitor").isPresent();
		Page page = ahead ? this.window.getAhead(chosen.getKey()) : this.window.get(chosen.getKey());
		heading(page, chosen.getValue());
		return Optional.of(page);
	}

	private void add() throws NoAnswerException, WrongThingException {
		Page page = here();
		Optional<Page> product = Basket.product(page).isPresent() ? Optional.of(page) : product();
		if (product.isPresent()) {
			this.basket.add(product.get());
		}
	}

	private void signIn() throws NoAnswerException {
		if (this.person.isSignedIn()) {
			return;
		}
		this.window.identity(Identity.Presence.EITHER);
		if (this.person.isRegistered()) {
			this.till.signIn(this.person.email(), Person.PASSWORD);
		}
		else {
			this.till.register(this.person.name(), this.person.email(), Person.PASSWORD);
		}
		this.person.signIn();
		this.window.identity(Identity.Presence.SIGNED_IN);
	}

	private void pay() throws NoAnswerException, WrongThingException, InterruptedException {
		signIn();
		if (this.person.isBasketKnown() && this.person.basket().isEmpty()) {
			add();
		}
		this.checkout.pay();
	}

	private void signOut() {
		Page page = this.window.page();
		Optional<Form> form = (page != null) ? page.form("/sign-out") : Optional.empty();
		if (form.isPresent()) {
			this.window.identity(Identity.Presence.EITHER);
			try {
				this.window.submit(form.get());
				this.window.identity(Identity.Presence.STRANGER);
				this.person.signOut();
			}
			catch (NoAnswerException ex) {
				// The window has noted it.
			}
		}
	}

	private static void heading(Page page, String expected) throws WrongThingException {
		String heading = page.first("main h1").map(Element::text).orElse("");
		if (!heading.equals(expected)) {
			throw wrong("%s is about \"%s\", not \"%s\"".formatted(page.address().getPath(), heading, expected));
		}
	}

	private static WrongThingException wrong(String seen) {
		return new WrongThingException(Failure.WRONG_CONTENT, seen);
	}

}
