package dev.clickpath.storefront.order;

import java.util.Optional;
import java.util.UUID;

import dev.clickpath.storefront.payment.Charge;
import dev.clickpath.storefront.payment.PaymentTimeoutException;

import org.springframework.stereotype.Component;

/**
 * Where customers place orders, pay for them and cancel them.
 */
@Component
public class OrderDesk {

	private static final int TRIES = 5;

	private final Orders orders;

	private final OrderSaga saga;

	OrderDesk(Orders orders, OrderSaga saga) {
		this.orders = orders;
		this.saga = saga;
	}

	/**
	 * Places the order, unless its form has made one before: then that is the answer, as
	 * it stands by now, and nothing is done.
	 * @return the order, perhaps still in hand
	 * @throws TooManyOrdersException when the customer orders too often
	 */
	public Order place(Placement placement) {
		return this.orders.receive(placement)
			.map(this.saga::goOn)
			.orElseGet(() -> this.orders.madeBy(placement.formKey(), placement.customer())
				.orElseThrow(TooManyOrdersException::new));
	}

	/**
	 * The order that the customer's form made, if it made one.
	 */
	public Optional<Order> madeBy(UUID formKey, UUID customer) {
		return this.orders.madeBy(formKey, customer);
	}

	/**
	 * The customer's order, empty when there is none or it is another's.
	 */
	public Optional<Order> find(UUID order, UUID customer) {
		return this.orders.find(order, customer);
	}

	/**
	 * Hands the bank the code that it wants for the order.
	 * @return how many codes may still be tried when this was a wrong one, else 0
	 */
	public int enterCode(UUID order, UUID customer, String code) {
		return this.orders.takeWaiting(order, customer).map((waiting) -> enter(waiting, code)).orElse(0);
	}

	/**
	 * Cancels the order, if it is neither packed nor cancelled yet.
	 */
	public void cancel(UUID order, UUID customer) {
		undo(order, customer, OrderState.PLACED);
	}

	/**
	 * Gives up an order that waits for the shopper's code.
	 */
	public void giveUp(UUID order, UUID customer) {
		undo(order, customer, OrderState.WAITING);
	}

	private int enter(Order waiting, String code) {
		try {
			Charge charge = this.saga.confirm(waiting, code);
			return (charge.state() == Charge.State.WAITING) ? charge.attemptsLeft() : 0;
		}
		catch (PaymentTimeoutException | OvertakenException ex) {
			// Whoever has it in hand next asks the provider how it went.
			return 0;
		}
	}

	/** Whoever is quicker has it: the shopper, or who packs it or places it. */
	private void undo(UUID id, UUID customer, OrderState from) {
		for (int i = 0; i < TRIES; i++) {
			Optional<Order> order = this.orders.find(id, customer).filter((found) -> found.state() == from);
			if (order.isEmpty()) {
				return;
			}
			try {
				Order undoing = (from == OrderState.PLACED) ? order.get().cancelled()
						: order.get().failed(Reason.NO_CODE, null);
				this.saga.goOn(this.orders.store(undoing));
				return;
			}
			catch (OvertakenException ex) {
				Thread.onSpinWait();
			}
		}
	}

}
