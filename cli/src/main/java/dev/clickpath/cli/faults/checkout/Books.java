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

		/** Whether its pieces may still be in the house. */
		boolean mayHold() {
			return this.state.equals("PLACED") || this.state.equals("PACKED");
		}

		/** Whether its pieces may have left: it is told before it counts as sent. */
		boolean mayHaveLeft() {
			return isLive() && !this.state.equals("PLACED");
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
	 * @param state whether it is held, released or fulfilled
	 * @param lines how many of each product
	 */
	record Reservation(String order, String state, Map<String, Integer> lines) {

		boolean isHeld() {
			return this.state.equals("held");
		}

		/** Whether it was sent to the buyer. */
		boolean isFulfilled() {
			return this.state.equals("fulfilled");
		}

		/** Whether it was taken and not given back. */
		boolean isTaken() {
			return isHeld() || isFulfilled();
		}

	}

	/**
	 * How many orders are neither placed nor over.
	 */
	long halfWay() {
		return this.orders.stream().filter(Order::isHalfWay).count();
	}

}
