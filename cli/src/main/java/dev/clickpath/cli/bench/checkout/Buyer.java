package dev.clickpath.cli.bench.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import dev.clickpath.cli.shopping.Card;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Receipt;
import dev.clickpath.cli.shopping.Till;

/**
 * Someone who buys one thing after the other.
 */
final class Buyer {

	private final Till till;

	private final List<String> goods;

	private final Duration pause;

	private final RandomGenerator random;

	Buyer(Till till, List<String> goods, Duration pause, RandomGenerator random) {
		this.till = till;
		this.goods = goods;
		this.pause = pause;
		this.random = random;
	}

	void buyUntil(BooleanSupplier over, Purchases purchases) {
		try {
			while (!over.getAsBoolean()) {
				buy(purchases);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void buy(Purchases purchases) throws InterruptedException {
		try {
			this.till.add(this.goods.get(this.random.nextInt(this.goods.size())), 1);
			look();
			Optional<Form> form = this.till.checkout(Card.ACCEPTED);
			look();
			if (form.isPresent()) {
				Receipt receipt = new Receipt(this.till.key(form.get()), Card.ACCEPTED.toString());
				if (this.till.send(form.get(), receipt) == Till.State.CONFIRMED) {
					purchases.confirmed(receipt.taken());
					look();
					return;
				}
			}
			purchases.failed();
		}
		catch (NoAnswerException ex) {
			purchases.failed();
		}
	}

	private void look() throws InterruptedException {
		if (!this.pause.isZero()) {
			TimeUnit.NANOSECONDS.sleep(this.random.nextLong(2 * this.pause.toNanos()));
		}
	}

}
