package dev.clickpath.storefront.order;

/**
 * Why an order comes to nothing.
 */
public enum Reason {

	/** There was too little of something in stock. */
	OUT_OF_STOCK(OrderState.RELEASED),

	/** The bank said no. */
	DECLINED(OrderState.DECLINED),

	/** The bank said no, since the account does not hold as much. */
	UNCOVERED(OrderState.DECLINED),

	/** The bank did not answer, and nothing stays charged. */
	NO_ANSWER(OrderState.RELEASED),

	/** It could not be placed in good time. */
	TOO_LATE(OrderState.RELEASED),

	/** The code that the bank wanted was not entered in time. */
	NO_CODE(OrderState.ABANDONED),

	/** The shopper wanted it no longer. */
	CANCELLED(OrderState.CANCELLED);

	private final OrderState end;

	Reason(OrderState end) {
		this.end = end;
	}

	/**
	 * Where the order ends.
	 */
	OrderState end() {
		return this.end;
	}

	/**
	 * Whether money may be with the shop that has to go back. Before stock is held, and
	 * after the bank has said no, there is none.
	 */
	boolean mayBeCharged() {
		return switch (this) {
			case NO_ANSWER, TOO_LATE, NO_CODE, CANCELLED -> true;
			case OUT_OF_STOCK, DECLINED, UNCOVERED -> false;
		};
	}

}
