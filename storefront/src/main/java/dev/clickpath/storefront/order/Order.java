package dev.clickpath.storefront.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.CardToken;
import org.jspecify.annotations.Nullable;

/**
 * An order and the one place that knows what may become of it. Each step gives a new
 * order that remembers it; a step that is not allowed fails. Prices never change.
 */
public final class Order {

	private final Placement placement;

	private final OrderState state;

	private final @Nullable Reason reason;

	private final @Nullable Instant expiresAt;

	private final Stored stored;

	private final List<Step> steps;

	private Order(Placement placement, OrderState state, @Nullable Reason reason, @Nullable Instant expiresAt,
			Stored stored, List<Step> steps) {
		this.placement = placement;
		this.state = state;
		this.reason = reason;
		this.expiresAt = expiresAt;
		this.stored = stored;
		this.steps = steps;
	}

	/**
	 * An order as it was stored.
	 */
	static Order of(Placement placement, OrderState state, @Nullable Reason reason, @Nullable Instant expiresAt,
			Stored stored) {
		return new Order(placement, state, reason, expiresAt, stored, List.of());
	}

	/** Its stock is held. */
	Order reserved() {
		return to(OrderState.RESERVED, null);
	}

	/** The bank wants a code, until then. */
	Order waiting(Instant until) {
		Order waiting = to(OrderState.WAITING, null);
		return new Order(this.placement, waiting.state, null, until, this.stored, waiting.steps);
	}

	Order paid() {
		return to(OrderState.PAID, null);
	}

	Order placed() {
		return to(OrderState.PLACED, null);
	}

	/** It has gone one step further on its way to the buyer. */
	Order further() {
		return to(switch (this.state) {
			case PLACED -> OrderState.PACKED;
			case PACKED -> OrderState.SENT;
			case SENT -> OrderState.DELIVERED;
			default -> throw new WrongStepException(this, OrderState.PACKED);
		}, null);
	}

	/** The buyer wants it no longer. */
	Order cancelled() {
		if (this.state != OrderState.PLACED) {
			throw new WrongStepException(this, OrderState.CANCELLED);
		}
		return undoing(Reason.CANCELLED, null);
	}

	/**
	 * It cannot be placed.
	 * @param detail what else is to be known, or null
	 */
	Order failed(Reason reason, @Nullable String detail) {
		if (reason == Reason.CANCELLED || this.state == OrderState.PLACED) {
			throw new WrongStepException(this, OrderState.UNDOING);
		}
		return undoing(reason, detail);
	}

	/** All that was held and charged for it has been given back. */
	Order undone() {
		if (this.reason == null) {
			throw new WrongStepException(this, OrderState.RELEASED);
		}
		return to(this.reason.end(), this.reason.name());
	}

	private Order undoing(Reason reason, @Nullable String detail) {
		Order undoing = to(OrderState.UNDOING, (detail != null) ? reason.name() + " " + detail : reason.name());
		return new Order(this.placement, undoing.state, reason, this.expiresAt, this.stored, undoing.steps);
	}

	private Order to(OrderState next, @Nullable String detail) {
		if (!this.state.leadsTo(next)) {
			throw new WrongStepException(this, next);
		}
		List<Step> taken = Stream.concat(this.steps.stream(), Stream.of(new Step(next, detail))).toList();
		return new Order(this.placement, next, this.reason, this.expiresAt, this.stored, taken);
	}

	/** The same, stored once more under this version. */
	Order stored(long version) {
		return of(this.placement, this.state, this.reason, this.expiresAt,
				new Stored(version, this.stored.attempts(), this.stored.receivedAt()));
	}

	public UUID id() {
		return this.placement.id();
	}

	public UUID customer() {
		return this.placement.customer();
	}

	public String visitor() {
		return this.placement.visitor();
	}

	public OrderState state() {
		return this.state;
	}

	/**
	 * Why it comes to nothing, or null when it does not.
	 */
	public @Nullable Reason reason() {
		return this.reason;
	}

	public List<OrderLine> lines() {
		return this.placement.lines();
	}

	public Delivery delivery() {
		return this.placement.delivery();
	}

	/**
	 * What the things cost without their delivery.
	 */
	public Money goods() {
		return this.placement.goods();
	}

	public Money total() {
		return this.placement.total();
	}

	public CardToken card() {
		return this.placement.card();
	}

	/**
	 * Whether it was made by a form with this content.
	 */
	public boolean isMadeBy(String formDigest) {
		return this.placement.formDigest().equals(formDigest);
	}

	public Instant receivedAt() {
		return this.stored.receivedAt();
	}

	/**
	 * Until when it waits for the shopper, or null when it never did.
	 */
	public @Nullable Instant expiresAt() {
		return this.expiresAt;
	}

	long version() {
		return this.stored.version();
	}

	/** How often it could not be helped on since its last step. */
	int attempts() {
		return this.stored.attempts();
	}

	/** The steps taken since it was stored. */
	List<Step> steps() {
		return this.steps;
	}

	/**
	 * A step taken.
	 *
	 * @param state what it became
	 * @param detail what else is to be known, or null
	 */
	record Step(OrderState state, @Nullable String detail) {
	}

	/**
	 * What the database alone knows.
	 *
	 * @param version rises with each step and with each hand it goes to
	 * @param attempts how often it could not be helped on
	 * @param receivedAt when its form was read
	 */
	record Stored(long version, int attempts, Instant receivedAt) {
	}

}
