package dev.clickpath.storefront.order;

/**
 * Where an order stands.
 */
public enum OrderState {

	/** Written down; nothing is held, nothing is charged. */
	RECEIVED,

	/** Its stock is held. */
	RESERVED,

	/** The card's holder has to enter a code. */
	WAITING,

	/** It is paid for. */
	PAID,

	/** All is done that has to be done before it can be packed. */
	PLACED,

	/** It is packed, so it can no longer be cancelled. */
	PACKED,

	/** It is under way. */
	SENT,

	/** It has arrived. */
	DELIVERED,

	/** It comes to nothing: stock and money are being given back. */
	UNDOING,

	/** The bank said no. */
	DECLINED,

	/** The shop could not fulfil it. */
	RELEASED,

	/** The shopper did not go on. */
	ABANDONED,

	/** The shopper wanted it no longer. */
	CANCELLED;

	boolean leadsTo(OrderState next) {
		return switch (this) {
			case RECEIVED -> next == RESERVED || next == UNDOING;
			case RESERVED -> next == WAITING || next == PAID || next == UNDOING;
			case WAITING -> next == PAID || next == UNDOING;
			case PAID -> next == PLACED;
			case PLACED -> next == PACKED || next == UNDOING;
			case PACKED -> next == SENT;
			case SENT -> next == DELIVERED;
			case UNDOING -> next == DECLINED || next == RELEASED || next == ABANDONED || next == CANCELLED;
			case DELIVERED, DECLINED, RELEASED, ABANDONED, CANCELLED -> false;
		};
	}

	/**
	 * Whether the shop has something to do at once.
	 */
	public boolean isInHand() {
		return switch (this) {
			case RECEIVED, RESERVED, PAID, UNDOING -> true;
			case WAITING, PLACED, PACKED, SENT, DELIVERED, DECLINED, RELEASED, ABANDONED, CANCELLED -> false;
		};
	}

	/**
	 * Whether the shopper has bought something: it is placed, or further.
	 */
	public boolean isBought() {
		return switch (this) {
			case PLACED, PACKED, SENT, DELIVERED -> true;
			case RECEIVED, RESERVED, WAITING, PAID, UNDOING, DECLINED, RELEASED, ABANDONED, CANCELLED -> false;
		};
	}

	/**
	 * Whether nothing will ever happen to it again.
	 */
	public boolean isFinal() {
		return switch (this) {
			case DELIVERED, DECLINED, RELEASED, ABANDONED, CANCELLED -> true;
			case RECEIVED, RESERVED, WAITING, PAID, PLACED, PACKED, SENT, UNDOING -> false;
		};
	}

}
