package dev.clickpath.cli.faults.checkout;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the databases say when all is done.
 *
 * @param orders all orders
 * @param charges all charges
 * @param reservations all reservations
 * @param stock pieces that can be sold, by product, less those that the catalogue owes
 */
record Books(List<Order> orders, List<Charge> charges, List<Reservation> reservations, Map<String, Integer> stock) {

	/**
	 * An order.
	 *
	 * @param form the idempotency key of the form that made it
	 * @param total what it costs, in minor units
	 * @param lines how many of each product
	 */
	record Order(String id, String form, String state, long total, String currency, Map<String, Integer> lines) {

		private static final Set<String> LIVE = Set.of("PLACED", "PACKED", "SENT", "DELIVERED");

		private static final Set<String> DEAD = Set.of("DECLINED", "RELEASED", "ABANDONED", "CANCELLED");

		/** Whether somebody has bought something. */
		boolean isLive() {
			return LIVE.contains(this.state);
		}

		/** Whether it came to nothing, and that is all over. */
		boolean isDead() {
			return DEAD.contains(this.state);
		}

		boolean isHalfWay() {
			return !isLive() && !isDead();
		}

		@Override
		public String toString() {
			return "order %s (%s)".formatted(this.id, this.state);
		}

	}

	/**
	 * A charge with all movements of money that belong to it.
	 *
	 * @param order the order it is for
	 * @param charged how often the card was charged
	 * @param net what was charged less what was given back, in minor units
	 */
	record Charge(String order, String state, int charged, long net, String currency) {

		/** Whether more money could still move. */
		boolean isOpen() {
			return this.state.equals("WAITING");
		}

	}

	/**
	 * Stock that was taken for an order.
	 *
	 * @param held whether it still is
	 * @param lines how many of each product
	 */
	record Reservation(String order, boolean held, Map<String, Integer> lines) {
	}

	/**
	 * How many orders are neither placed nor over.
	 */
	long halfWay() {
		return this.orders.stream().filter(Order::isHalfWay).count();
	}

}
