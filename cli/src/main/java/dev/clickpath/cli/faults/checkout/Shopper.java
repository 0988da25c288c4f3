package dev.clickpath.cli.faults.checkout;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import dev.clickpath.cli.shopping.Card;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Receipt;
import dev.clickpath.cli.shopping.Till;

/**
 * Someone who shops through the front door, with nothing but pages and forms.
 */
final class Shopper {

	private static final int MOST_THINGS = 3;

	private static final int MOST_PIECES = 2;

	private static final int LONGEST_THOUGHT_MILLIS = 1_500;

	/** Of a hundred. */
	private static final int CANCELLING = 35;

	/** Of a hundred: those who press the button twice. */
	private static final int IMPATIENT = 15;

	/** Of a hundred: those who go away without entering the code. */
	private static final int ABSENT_MINDED = 10;

	/** Of a hundred: those who mistype it. */
	private static final int CLUMSY = 20;

	private final Till till;

	private final Crowd crowd;

	private final Diary diary;

	private final RandomGenerator random;

	Shopper(Till till, Crowd crowd, Diary diary, RandomGenerator random) {
		this.till = till;
		this.crowd = crowd;
		this.diary = diary;
		this.random = random;
	}

	/**
	 * Buys something, or tries to.
	 */
	void shop(List<Wares.Product> shelf) throws NoAnswerException, InterruptedException {
		think();
		this.crowd.at(Moment.FILLING, () -> {
			this.till.emptyBasket();
			for (int i = this.random.nextInt(MOST_THINGS); i >= 0; i--) {
				this.till.add(shelf.get(this.random.nextInt(shelf.size())).path(),
						1 + this.random.nextInt(MOST_PIECES));
			}
			return true;
		});
		Card card = Card.any(this.random);
		Optional<Form> form = this.till.checkout(card);
		if (form.isPresent()) {
			Receipt receipt = new Receipt(this.till.key(form.get()), card.toString());
			this.diary.keep(receipt);
			think();
			order(form.get(), receipt);
		}
	}

	private void order(Form form, Receipt receipt) throws NoAnswerException, InterruptedException {
		int times = (this.random.nextInt(100) < IMPATIENT) ? 2 : 1;
		Till.State state = this.crowd.at(Moment.ORDERING, () -> this.till.sendOften(form, receipt, times));
		state = this.till.settled(state, receipt);
		while (state == Till.State.CODE_WANTED) {
			think();
			if (this.random.nextInt(100) < ABSENT_MINDED) {
				return;
			}
			String code = (this.random.nextInt(100) < CLUMSY) ? Till.WRONG_CODE : Till.CODE;
			state = this.crowd.at(Moment.CONFIRMING, () -> this.till.enter(code, receipt));
			state = this.till.settled(state, receipt);
		}
		if (state == Till.State.CONFIRMED) {
			this.crowd.ordered();
			if (this.random.nextInt(100) < CANCELLING) {
				think();
				state = this.crowd.at(Moment.CANCELLING, () -> this.till.cancel(receipt));
				this.till.settled(state, receipt);
			}
		}
	}

	private void think() throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(this.random.nextInt(LONGEST_THOUGHT_MILLIS));
	}

}
