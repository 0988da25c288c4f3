package dev.clickpath.storefront.order;

import java.time.Duration;
import java.util.Optional;

import dev.clickpath.storefront.chores.Chore;
import dev.clickpath.storefront.order.UntoldPurchases.Purchase;
import dev.clickpath.storefront.recommendation.BehaviourEvent;
import dev.clickpath.storefront.recommendation.Recommendations;
import dev.clickpath.storefront.recommendation.RefusedEventsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells the recommendation service what was bought, again and again until it has heard,
 * whoever dies meanwhile. Being told twice changes nothing there.
 */
@Component
class PurchaseTeller implements Chore {

	private static final Logger logger = LoggerFactory.getLogger(PurchaseTeller.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	private final UntoldPurchases purchases;

	private final Recommendations recommendations;

	PurchaseTeller(UntoldPurchases purchases, Recommendations recommendations) {
		this.purchases = purchases;
		this.recommendations = recommendations;
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	@Override
	public void run() {
		for (Optional<Purchase> next = this.purchases.take(); next.isPresent(); next = this.purchases.take()) {
			tell(next.get());
		}
	}

	private void tell(Purchase purchase) {
		try {
			if (!purchase.products().isEmpty()) {
				this.recommendations.tell(purchase.products()
					.stream()
					.map((product) -> new BehaviourEvent(purchase.visitor(), "purchase", product, null, purchase.at(),
							null, null, null))
					.toList());
			}
			this.purchases.done(purchase);
		}
		catch (RefusedEventsException ex) {
			logger.warn("The purchase of order {} was refused and is given up: {}", purchase.order(), ex.getMessage());
			this.purchases.done(purchase);
		}
		catch (RuntimeException ex) {
			logger.debug("A purchase could not be told and is tried again", ex);
			this.purchases.putOff(purchase, pauseAfter(purchase.tries()));
		}
	}

	private static Duration pauseAfter(int tries) {
		Duration pause = PAUSE.multipliedBy(1L << Math.min(tries - 1, 20));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

}
