package dev.clickpath.storefront.order;

import dev.clickpath.storefront.behaviour.Behaviour;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the recommendations what was bought.
 */
@Component
class PurchaseNotes {

	private final Behaviour behaviour;

	PurchaseNotes(Behaviour behaviour) {
		this.behaviour = behaviour;
	}

	@EventListener
	void note(OrderPlaced placed) {
		Order order = placed.order();
		this.behaviour.purchased(order.visitor(), order.lines().stream().map(OrderLine::product).distinct().toList());
	}

}
