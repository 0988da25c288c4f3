package dev.clickpath.recommendation.evaluation;

import java.time.Instant;

import dev.clickpath.recommendation.events.BehaviourEvent;
import dev.clickpath.recommendation.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody met a product.
 */
record Event(String visitor, Kind kind, String product, Instant at) {

	/**
	 * As much of an event as counts here, or null for a search, which meets no product.
	 */
	static @Nullable Event of(BehaviourEvent told) {
		Kind kind = switch (told.type()) {
			case VIEW -> Kind.VIEW;
			case BASKET -> Kind.BASKET;
			case PURCHASE -> Kind.PURCHASE;
			case SEARCH -> null;
		};
		String product = told.product();
		return (kind != null && product != null) ? new Event(told.visitor(), kind, product, told.at()) : null;
	}

}
