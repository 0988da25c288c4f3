package dev.clickpath.storefront.order;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.clickpath.storefront.basket.Baskets;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The last step: a paid order is placed and what was bought leaves the basket, both or
 * neither.
 */
@Component
class Confirmation {

	private final Orders orders;

	private final Baskets baskets;

	private final TransactionOperations transaction;

	Confirmation(Orders orders, Baskets baskets, TransactionOperations transaction) {
		this.orders = orders;
		this.baskets = baskets;
		this.transaction = transaction;
	}

	/**
	 * Places a paid order.
	 * @throws OvertakenException when it is in other hands by now
	 */
	Order place(Order paid) {
		Map<String, Integer> bought = paid.lines()
			.stream()
			.collect(Collectors.toMap(OrderLine::product, OrderLine::quantity, Integer::sum));
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Order stored = this.orders.store(paid.placed());
			this.baskets.takeOut(paid.visitor(), bought);
			return stored;
		}));
	}

}
