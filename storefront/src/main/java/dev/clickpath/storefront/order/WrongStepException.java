package dev.clickpath.storefront.order;

/**
 * An order cannot take this step from where it stands.
 */
final class WrongStepException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WrongStepException(Order order, OrderState next) {
		super("Order %s is %s and cannot become %s".formatted(order.id(), order.state(), next));
	}

}
