package dev.clickpath.storefront.order;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.storefront.payment.Charge;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts what becomes of orders and of their payments.
 */
@Component
class OrderMetrics {

	private final Map<OrderState, Counter> orders = new EnumMap<>(OrderState.class);

	private final Map<Charge.State, Counter> payments = new EnumMap<>(Charge.State.class);

	private final Counter unanswered;

	OrderMetrics(MeterRegistry meters) {
		for (OrderState state : OrderState.values()) {
			this.orders.put(state,
					Counter.builder("clickpath.orders")
						.description("Orders by the states they came to here")
						.tag("state", word(state))
						.register(meters));
		}
		for (Charge.State state : Charge.State.values()) {
			this.payments.put(state, payments(meters, word(state)));
		}
		this.unanswered = payments(meters, "no-answer");
	}

	private static Counter payments(MeterRegistry meters, String outcome) {
		return Counter.builder("clickpath.payments")
			.description("What the card provider answered")
			.tag("outcome", outcome)
			.register(meters);
	}

	private static String word(Enum<?> state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

	void reached(Order order) {
		Objects.requireNonNull(this.orders.get(order.state())).increment();
	}

	Charge answered(Charge charge) {
		Objects.requireNonNull(this.payments.get(charge.state())).increment();
		return charge;
	}

	void unanswered() {
		this.unanswered.increment();
	}

}
