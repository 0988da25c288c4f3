package dev.clickpath.cli.faults.checkout;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a shopper knows of one checkout form, which stands for one order. The shopper
 * writes, whoever checks reads when all shoppers have left.
 */
final class Receipt {

	private final String form;

	private final String card;

	private final Set<String> orders = new TreeSet<>();

	private boolean sentOften;

	private boolean confirmed;

	private boolean refused;

	private boolean cancelling;

	private boolean cancelled;

	/**
	 * A receipt of a form that is about to be sent.
	 * @param form its idempotency key
	 * @param card what kind of card is paid with
	 */
	Receipt(String form, String card) {
		this.form = form;
		this.card = card;
	}

	String form() {
		return this.form;
	}

	String card() {
		return this.card;
	}

	/** The form is sent many times at once. */
	synchronized void sendOften() {
		this.sentOften = true;
	}

	synchronized boolean isSentOften() {
		return this.sentOften;
	}

	/** An answer to the form named this order. */
	synchronized void named(String order) {
		this.orders.add(order);
	}

	synchronized Set<String> orders() {
		return Set.copyOf(this.orders);
	}

	/** The shopper saw that the order is placed. */
	synchronized void confirm() {
		this.confirmed = true;
	}

	synchronized boolean isConfirmed() {
		return this.confirmed;
	}

	/** The shopper saw that there is, or will be, no order. */
	synchronized void refuse() {
		this.refused = true;
	}

	/** Perhaps there is an order all the same. */
	synchronized void doubt() {
		this.refused = false;
	}

	synchronized boolean isRefused() {
		return this.refused;
	}

	/** The shopper is about to ask for the cancellation. */
	synchronized void askToCancel() {
		this.cancelling = true;
	}

	synchronized boolean isAskedToCancel() {
		return this.cancelling;
	}

	/** The shopper saw that the order is cancelled. */
	synchronized void cancel() {
		this.cancelled = true;
	}

	synchronized boolean isCancelled() {
		return this.cancelled;
	}

	@Override
	public String toString() {
		return "form %s (%s)".formatted(this.form, this.card);
	}

}
