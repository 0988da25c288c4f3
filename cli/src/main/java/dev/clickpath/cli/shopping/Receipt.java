package dev.clickpath.cli.shopping;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a shopper knows of one checkout form, which stands for one order. The shopper
 * writes, whoever checks reads when all shoppers have left.
 */
public final class Receipt {

	private final String form;

	private final String card;

	private final Set<String> orders = new TreeSet<>();

	private Duration taken = Duration.ZERO;

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
	public Receipt(String form, String card) {
		this.form = form;
		this.card = card;
	}

	public String form() {
		return this.form;
	}

	public String card() {
		return this.card;
	}

	/** So long it took from the form to the page it led to. */
	synchronized void answered(Duration taken) {
		this.taken = taken;
	}

	/**
	 * How long the latest answer took, from the form to the last byte of the page.
	 */
	public synchronized Duration taken() {
		return this.taken;
	}

	/** The form is sent many times at once. */
	public synchronized void sendOften() {
		this.sentOften = true;
	}

	public synchronized boolean isSentOften() {
		return this.sentOften;
	}

	/** An answer to the form named this order. */
	public synchronized void named(String order) {
		this.orders.add(order);
	}

	public synchronized Set<String> orders() {
		return Set.copyOf(this.orders);
	}

	/** The shopper saw that the order is placed. */
	public synchronized void confirm() {
		this.confirmed = true;
	}

	public synchronized boolean isConfirmed() {
		return this.confirmed;
	}

	/** The shopper saw that there is, or will be, no order. */
	public synchronized void refuse() {
		this.refused = true;
	}

	/** Perhaps there is an order all the same. */
	public synchronized void doubt() {
		this.refused = false;
	}

	public synchronized boolean isRefused() {
		return this.refused;
	}

	/** The shopper is about to ask for the cancellation. */
	public synchronized void askToCancel() {
		this.cancelling = true;
	}

	public synchronized boolean isAskedToCancel() {
		return this.cancelling;
	}

	/** The shopper saw that the order is cancelled. */
	public synchronized void cancel() {
		this.cancelled = true;
	}

	public synchronized boolean isCancelled() {
		return this.cancelled;
	}

	@Override
	public String toString() {
		return "form %s (%s)".formatted(this.form, this.card);
	}

}
