package dev.clickpath.cli.shopping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shop's pages and forms, as a shopper finds their way through them.
 */
public final class Till {

	/** What the mock bank wants to be told. */
	public static final String CODE = "123456";

	public static final String WRONG_CODE = "000000";

	private static final String KEY = "key";

	/** Three minutes. */
	private static final int MOST_LOOKS = 240;

	private static final int LOOK_MILLIS = 750;

	private static final Pattern ORDER = Pattern.compile("/orders/([0-9a-f-]{36})");

	/** Typed into the fields of these names. */
	private static final Map<String, String> ADDRESS = Map.of("name", "A Shopper", "street", "Quiet Lane 7", "postcode",
			"10115", "city", "Berlin", "country", "DE");

	private final Pages pages;

	private final Executor asides;

	/**
	 * The way through the shop.
	 * @param pages where its pages come from
	 * @param asides for what a shopper does twice at once
	 */
	public Till(Pages pages, Executor asides) {
		this.pages = pages;
		this.asides = asides;
	}

	/**
	 * How a shopper's order looks to them.
	 */
	public enum State {

		/** The shop is still at it. */
		PENDING,

		/** The bank's code is wanted. */
		CODE_WANTED,

		CONFIRMED,

		CANCELLED,

		/** It came to nothing. */
		REFUSED

	}

	/**
	 * Makes an account; whoever has it already, since an answer was lost, signs in.
	 */
	public void register(String email, String password) throws NoAnswerException {
		register("A Shopper", email, password);
	}

	/**
	 * Makes an account in somebody's name.
	 */
	public void register(String name, String email, String password) throws NoAnswerException {
		Form form = wanted(this.pages.get("/register"), "/register").with("name", name)
			.with("email", email)
			.with("password", password);
		if (this.pages.submit(form).form("/register").isPresent()) {
			signIn(email, password);
		}
	}

	public void signIn(String email, String password) throws NoAnswerException {
		Page page = this.pages
			.submit(wanted(this.pages.get("/sign-in"), "/sign-in").with("email", email).with("password", password));
		if (page.form("/sign-in").isPresent()) {
			throw new NoAnswerException("could neither register nor sign in: " + page.gist());
		}
	}

	public void emptyBasket() throws NoAnswerException {
		Page basket = this.pages.get("/basket");
		for (Optional<Form> line = basket.form("/basket/items/"); line
			.isPresent(); line = basket.form("/basket/items/")) {
			basket = this.pages.submit(line.get().with("quantity", "0"));
		}
	}

	/**
	 * Puts pieces of a product into the basket; of what is sold out, nothing can be
	 * added.
	 * @param path of the product's page
	 */
	public void add(String path, int pieces) throws NoAnswerException {
		add(this.pages.get(path), pieces);
	}

	/**
	 * The same from the page of the product.
	 * @return the page it leads to; empty when it is sold out
	 */
	public Optional<Page> add(Page product, int pieces) throws NoAnswerException {
		Optional<Form> form = product.form("/basket/items");
		return form.isPresent() ? Optional.of(this.pages.submit(form.get().with("quantity", Integer.toString(pieces))))
				: Optional.empty();
	}

	/**
	 * The checkout's form, filled in; empty when there is nothing to buy.
	 */
	public Optional<Form> checkout(Card card) throws NoAnswerException {
		Page page = this.pages.get("/checkout");
		String delivery = page.first("input[name=delivery]").map((input) -> input.attr("value")).orElse("");
		return page.form("/checkout").map((form) -> {
			Form filled = form.fields().containsKey("delivery") ? form : form.with("delivery", delivery);
			for (Map.Entry<String, String> answer : ADDRESS.entrySet()) {
				filled = filled.with(answer.getKey(), answer.getValue());
			}
			return filled.with("card-number", card.number()).with("card-expiry", "12/39").with("card-code", "123");
		});
	}

	/** The form's idempotency key. */
	public String key(Form form) {
		return form.field(KEY);
	}

	/**
	 * Sends the form until there is a clear answer, which is noted on the receipt.
	 */
	public State send(Form form, Receipt receipt) throws NoAnswerException {
		Page page = this.pages.submit(form);
		receipt.answered(page.taken());
		return read(page, receipt);
	}

	/**
	 * Sends the same form several times at once. Who is told then that nothing was
	 * ordered does not know of which time, and sends it again when all are over.
	 */
	public State sendOften(Form form, Receipt receipt, int times) throws NoAnswerException {
		List<CompletableFuture<Void>> asides = new ArrayList<>();
		for (int i = 1; i < times; i++) {
			asides.add(CompletableFuture.runAsync(() -> sendAside(form, receipt), this.asides));
		}
		State state = send(form, receipt);
		asides.forEach(CompletableFuture::join);
		if (state == State.REFUSED && times > 1) {
			receipt.doubt();
			state = send(form, receipt);
		}
		return state;
	}

	private void sendAside(Form form, Receipt receipt) {
		try {
			Page page = this.pages.submitOnce(form);
			order(page).ifPresent(receipt::named);
		}
		catch (NoAnswerException ex) {
			// The other one is sent until there is an answer.
		}
	}

	/**
	 * Loads the order's page again until the shop has done what it can.
	 * @param state how it looked before
	 * @throws NoAnswerException if that takes longer than the shopper's patience
	 */
	public State settled(State state, Receipt receipt) throws NoAnswerException, InterruptedException {
		State now = state;
		for (int looks = 0; now == State.PENDING; looks++) {
			if (looks == MOST_LOOKS) {
				throw new NoAnswerException("the shop was still at order " + receipt.orders());
			}
			TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
			now = look(receipt);
		}
		return now;
	}

	/**
	 * Loads the order's page again.
	 */
	public State look(Receipt receipt) throws NoAnswerException {
		return read(this.pages.get(page(receipt)), receipt);
	}

	private static String page(Receipt receipt) {
		return "/orders/" + receipt.orders().iterator().next();
	}

	public State enter(String code, Receipt receipt) throws NoAnswerException {
		Page page = this.pages.get(page(receipt) + "/code");
		Optional<Form> form = form(page, "/code");
		return form.isPresent() ? read(this.pages.submit(form.get().with("code", code)), receipt) : read(page, receipt);
	}

	public State cancel(Receipt receipt) throws NoAnswerException {
		Page page = this.pages.get(page(receipt));
		Optional<Form> form = form(page, "/cancel");
		if (form.isEmpty()) {
			return read(page, receipt);
		}
		receipt.askToCancel();
		return read(this.pages.submit(form.get()), receipt);
	}

	private static Optional<Form> form(Page page, String ending) {
		return page.document()
			.forms()
			.stream()
			.filter((form) -> form.attr("action").endsWith(ending))
			.findFirst()
			.map((form) -> Form.of(form, page.address()));
	}

	/** Reads the answer, and notes on the receipt what it says. */
	private static State read(Page page, Receipt receipt) {
		Optional<String> order = order(page);
		order.ifPresent(receipt::named);
		State state = order.isPresent() ? state(page) : State.REFUSED;
		switch (state) {
			case CONFIRMED -> receipt.confirm();
			case CANCELLED -> receipt.cancel();
			case REFUSED -> receipt.refuse();
			case PENDING, CODE_WANTED -> {
			}
		}
		return state;
	}

	private static Optional<String> order(Page page) {
		Matcher order = ORDER.matcher(page.address().getPath());
		return order.find() ? Optional.of(order.group(1)) : Optional.empty();
	}

	private static State state(Page page) {
		if (page.first("form input[name=code], main a[href$=/code]").isPresent()) {
			return State.CODE_WANTED;
		}
		if (page.first("main ol.way").isPresent()) {
			return State.CONFIRMED;
		}
		if (page.first("main .actions a[href=/checkout]").isPresent()) {
			return State.REFUSED;
		}
		return page.first("h1:containsOwn(is cancelled)").isPresent() ? State.CANCELLED : State.PENDING;
	}

	private static Form wanted(Page page, String action) throws NoAnswerException {
		return page.form(action)
			.orElseThrow(() -> new NoAnswerException("no form %s: %s".formatted(action, page.gist())));
	}

}
