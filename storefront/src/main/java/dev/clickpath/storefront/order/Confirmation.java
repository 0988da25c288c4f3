package dev.clickpath.storefront.order;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.clickpath.storefront.basket.Baskets;
import dev.clickpath.storefront.behaviour.Behaviour;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The last step: a paid order is placed and what was bought leaves the basket, both or
 * neither. The recommendations are told afterwards, once.
 */
@Component
class Confirmation {

	private final Orders orders;

	private final Baskets baskets;

	private final Behaviour behaviour;

	private final TransactionOperations transaction;

	Confirmation(Orders orders, Baskets baskets, Behaviour behaviour, TransactionOperations transaction) {
		this.orders = orders;
		this.baskets = baskets;
		this.behaviour = behaviour;
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
		Order placed = Objects.requireNonNull(this.transaction.execute((status) -> {
			Order stored = this.orders.store(paid.placed());
			this.baskets.takeOut(paid.visitor(), bought);
			return stored;
		}));
		this.behaviour.purchased(paid.visitor(), bought.keySet());
		return placed;
	}

}
