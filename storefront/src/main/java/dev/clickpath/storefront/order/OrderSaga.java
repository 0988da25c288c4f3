package dev.clickpath.storefront.order;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.clickpath.storefront.payment.CardProvider;
import dev.clickpath.storefront.payment.Charge;
import dev.clickpath.storefront.payment.PaymentTimeoutException;
import dev.clickpath.storefront.reservation.Reservation;
import dev.clickpath.storefront.reservation.ReservationApi;
import dev.clickpath.storefront.reservation.Reservations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The steps that place an order, those that undo them and those that bring it to the
 * buyer: stock first, then money, then the confirmation. Whoever has the order in hand
 * goes on from where it stands, the request that placed it as well as the worker that
 * finds it later, since every step may be repeated: the catalogue and the provider know
 * the order by its id and do for it once what they are asked twice.
 */
@Component
class OrderSaga {

	private static final Logger logger = LoggerFactory.getLogger(OrderSaga.class);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private final Orders orders;

	private final Reservations reservations;

	private final CardProvider provider;

	private final Confirmation confirmation;

	private final OrderProperties properties;

	private final InstantSource clock;

	private final OrderMetrics metrics;

	OrderSaga(Orders orders, Reservations reservations, CardProvider provider, Confirmation confirmation,
			OrderProperties properties, InstantSource clock, OrderMetrics metrics) {
		this.orders = orders;
		this.reservations = reservations;
		this.provider = provider;
		this.confirmation = confirmation;
		this.properties = properties;
		this.clock = clock;
		this.metrics = metrics;
	}

	/**
	 * Goes on with an order in hand as far as it gets. When somebody does not answer, the
	 * order is left to the worker.
	 * @return the order as it stands afterwards, perhaps not stored by this call
	 */
	Order goOn(Order order) {
		Order reached = order;
		try {
			while (reached.state().isInHand()) {
				reached = next(reached);
				this.metrics.reached(reached);
			}
		}
		catch (RestClientException | PaymentTimeoutException ex) {
			leave(reached, ex);
		}
		catch (OvertakenException ex) {
			logger.info("{}", ex.getMessage());
		}
		return reached;
	}

	/**
	 * Goes on with an order in hand that waits for its shopper, who entered a code.
	 */
	Charge confirm(Order waiting, String code) {
		Charge charge = this.metrics.answered(this.provider.confirm(waiting.id().toString(), code));
		follow(waiting, charge);
		return charge;
	}

	/**
	 * Goes on with an order in hand that waits for its shopper: its time is over, or
	 * somebody went away in the middle of it.
	 */
	void resume(Order waiting) {
		try {
			follow(waiting, this.provider.find(waiting.id().toString()).orElse(null));
		}
		catch (PaymentTimeoutException ex) {
			leave(waiting, ex);
		}
		catch (OvertakenException ex) {
			logger.info("{}", ex.getMessage());
		}
	}

	/**
	 * Helps an order in hand one step further on its way to the buyer. Before it counts
	 * as sent, and once more before it counts as delivered, the catalogue settles what it
	 * holds: a storefront of an older version may have sent it.
	 */
	void helpOn(Order order) {
		try {
			Order further = order.further();
			if (further.state() != OrderState.PACKED && !this.reservations.fulfil(order.id())) {
				logger.warn("Order {} is sent although the catalogue holds nothing for it", order.id());
			}
			this.orders.store(further);
		}
		catch (RestClientException ex) {
			leave(order, ex);
		}
		catch (OvertakenException ex) {
			logger.debug("{}", ex.getMessage());
		}
	}

	private void follow(Order waiting, @Nullable Charge charge) {
		boolean stillWaiting = charge != null && charge.state() == Charge.State.WAITING;
		if (stillWaiting && !hasExpired(waiting)) {
			this.orders.store(waiting);
		}
		else if (stillWaiting) {
			goOn(this.orders.store(waiting.failed(Reason.NO_CODE, null)));
		}
		else {
			Order settled = settled(waiting, charge);
			this.metrics.reached(settled);
			goOn(settled);
		}
	}

	private Order next(Order order) {
		return switch (order.state()) {
			case RECEIVED -> reserve(order);
			case RESERVED -> pay(order);
			case PAID -> this.confirmation.place(order);
			case UNDOING -> undo(order);
			case WAITING, PLACED, PACKED, SENT, DELIVERED, DECLINED, RELEASED, ABANDONED, CANCELLED ->
				throw new IllegalStateException("Nothing is to be done with an order that is " + order.state());
		};
	}

	private Order reserve(Order order) {
		if (isLate(order)) {
			return this.orders.store(order.failed(Reason.TOO_LATE, null));
		}
		List<ReservationApi.Line> wanted = order.lines()
			.stream()
			.map((line) -> new ReservationApi.Line(line.product(), line.quantity()))
			.toList();
		return this.orders.store(switch (this.reservations.reserve(order.id(), wanted)) {
			case Reservation.Held() -> order.reserved();
			case Reservation.OutOfStock(var shortages) -> order.failed(Reason.OUT_OF_STOCK, words(shortages));
			case Reservation.Refused() -> order.failed(Reason.TOO_LATE, null);
		});
	}

	private Order pay(Order order) {
		String key = order.id().toString();
		Optional<Charge> charge;
		if (isLate(order)) {
			charge = this.provider.find(key);
		}
		else {
			charge = charge(order, key);
		}
		return settled(order, charge.orElse(null));
	}

	private Optional<Charge> charge(Order order, String key) {
		try {
			return Optional.of(this.metrics.answered(this.provider.charge(key, order.card(), order.total())));
		}
		catch (PaymentTimeoutException ex) {
			this.metrics.unanswered();
			logger.info("{}; asking what became of it", ex.getMessage());
			return this.provider.find(key);
		}
	}

	private Order settled(Order order, @Nullable Charge charge) {
		if (charge == null) {
			return this.orders.store(order.failed(isLate(order) ? Reason.TOO_LATE : Reason.NO_ANSWER, null));
		}
		return switch (charge.state()) {
			case ACCEPTED -> this.confirmation.place(order.paid());
			case WAITING -> this.orders.store(order.waiting(this.clock.instant().plus(this.properties.expiry())));
			case DECLINED -> this.orders.store(order.failed(Reason.DECLINED, null));
			case UNCOVERED -> this.orders.store(order.failed(Reason.UNCOVERED, null));
			case CANCELLED, REFUNDED -> this.orders.store(order.failed(Reason.TOO_LATE, null));
		};
	}

	/**
	 * Both are asked for, even when the first does not answer: neither stock nor money is
	 * to wait for the other.
	 */
	private Order undo(Order order) {
		RuntimeException unanswered = null;
		try {
			this.reservations.release(order.id());
		}
		catch (RestClientException ex) {
			unanswered = ex;
		}
		Reason reason = order.reason();
		if (reason != null && reason.mayBeCharged()) {
			this.provider.cancel(order.id().toString());
		}
		if (unanswered != null) {
			throw unanswered;
		}
		return this.orders.store(order.undone());
	}

	private void leave(Order order, RuntimeException ex) {
		Duration pause = Duration.ofSeconds(1L << Math.min(order.attempts(), 10));
		Duration bounded = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
		logger.warn("Order {} is {} and is looked at again in {}: {}", order.id(), order.state(), bounded,
				ex.getMessage());
		this.orders.leave(order, bounded);
	}

	private boolean isLate(Order order) {
		return this.clock.instant().isAfter(order.receivedAt().plus(this.properties.patience()));
	}

	private boolean hasExpired(Order order) {
		return order.expiresAt() == null || !this.clock.instant().isBefore(order.expiresAt());
	}

	/** {@code k3=1 k7=0}: how many there are of what. */
	private static String words(List<Reservation.Shortage> shortages) {
		return shortages.stream()
			.map((shortage) -> shortage.product() + "=" + shortage.available())
			.collect(Collectors.joining(" "));
	}

}
