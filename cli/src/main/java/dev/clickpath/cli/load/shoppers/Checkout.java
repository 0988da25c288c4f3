package dev.clickpath.cli.load.shoppers;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.browsing.Window;
import dev.clickpath.cli.load.visits.Pauses;
import dev.clickpath.cli.shopping.Card;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Page;
import dev.clickpath.cli.shopping.Receipt;
import dev.clickpath.cli.shopping.Till;
import dev.clickpath.cli.shopping.Till.State;

/**
 * A shopper at the checkout, with one of the test cards.
 */
final class Checkout {

	private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(750);

	/** An order that nobody finished is finished by then. */
	private static final int MOST_LOOKS = 60;

	private static final double CLUMSY = 0.1;

	private final Person person;

	private final Window window;

	private final Ledger ledger;

	private final Till till;

	private final Clock clock;

	private final Pauses pauses;

	private final RandomGenerator random;

	/**
	 * The checkout of a shopper.
	 * @param pauses to fill in a form takes as long as to think
	 */
	Checkout(Person person, Window window, Ledger ledger, Till till, Clock clock, Pauses pauses,
			RandomGenerator random) {
		this.person = person;
		this.window = window;
		this.ledger = ledger;
		this.till = till;
		this.clock = clock;
		this.pauses = pauses;
		this.random = random;
	}

	/**
	 * Fills in the form, sends it, and waits for what becomes of the order.
	 */
	void pay() throws NoAnswerException, WrongThingException, InterruptedException {
		Card card = Card.any(this.random);
		Optional<Form> form = this.till.checkout(card);
		this.person.forgetBasket();
		if (form.isEmpty()) {
			this.ledger.ordered("nothing to buy");
			return;
		}
		if (!pause(filling())) {
			return;
		}
		Receipt receipt = new Receipt(this.till.key(form.get()), card.toString());
		State state = settled(this.till.send(form.get(), receipt), receipt);
		while (state == State.CODE_WANTED && pause(filling())) {
			String code = (this.random.nextDouble() < CLUMSY) ? Till.WRONG_CODE : Till.CODE;
			state = settled(this.till.enter(code, receipt), receipt);
		}
		note(state, card, receipt);
	}

	private State settled(State state, Receipt receipt) throws NoAnswerException, InterruptedException {
		State now = state;
		for (int looks = 0; now == State.PENDING && looks < MOST_LOOKS && pause(LOOK); looks++) {
			now = this.till.look(receipt);
		}
		return now;
	}

	private long filling() {
		return this.pauses.next(this.random).toNanos();
	}

	private boolean pause(long nanos) throws InterruptedException {
		long due = this.clock.now() + nanos;
		boolean on = this.clock.await(due);
		if (on) {
			this.window.due(due);
		}
		return on;
	}

	private void note(State state, Card card, Receipt receipt) throws WrongThingException {
		Page page = this.window.page();
		switch (state) {
			case CONFIRMED -> {
				this.ledger.ordered("confirmed");
				receipt.orders().forEach(this.person::bought);
			}
			case REFUSED -> this.ledger.ordered((card == Card.ACCEPTED) ? "refused" : "declined");
			case CANCELLED -> this.ledger.ordered("cancelled");
			case PENDING, CODE_WANTED -> this.ledger.ordered("open at the end");
		}
		if (state == State.CONFIRMED && (card == Card.DECLINED || card == Card.UNCOVERED)) {
			throw wrong("an order was confirmed with a card that is " + card);
		}
		if (state == State.REFUSED && card == Card.ACCEPTED
				&& (page == null || page.first("main [role=alert], main .wrong, main .nothing").isEmpty())) {
			throw wrong("an order with a good card was refused without a reason");
		}
	}

	/**
	 * Looks at the orders there are: those that were confirmed are among them.
	 */
	void lookAtOrders() throws NoAnswerException, WrongThingException {
		if (this.person.isSignedIn()) {
			Page page = this.window.get("/orders");
			Optional<String> latest = this.person.latestOrder();
			if (latest.isPresent() && page.first("main a[href$=" + latest.get() + "]").isEmpty()) {
				throw wrong("an order of %s is not among their orders".formatted(this.person.name()));
			}
		}
	}

	private static WrongThingException wrong(String seen) {
		return new WrongThingException(Failure.WRONG_CONTENT, seen);
	}

}
