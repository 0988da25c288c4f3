package dev.clickpath.storefront.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.clickpath.storefront.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.clickpath.storefront.order.OrderState.ABANDONED;
import static dev.clickpath.storefront.order.OrderState.CANCELLED;
import static dev.clickpath.storefront.order.OrderState.DECLINED;
import static dev.clickpath.storefront.order.OrderState.DELIVERED;
import static dev.clickpath.storefront.order.OrderState.PACKED;
import static dev.clickpath.storefront.order.OrderState.PAID;
import static dev.clickpath.storefront.order.OrderState.PLACED;
import static dev.clickpath.storefront.order.OrderState.RECEIVED;
import static dev.clickpath.storefront.order.OrderState.RELEASED;
import static dev.clickpath.storefront.order.OrderState.RESERVED;
import static dev.clickpath.storefront.order.OrderState.SENT;
import static dev.clickpath.storefront.order.OrderState.UNDOING;
import static dev.clickpath.storefront.order.OrderState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OrderTests {

	private static final Map<OrderState, Set<OrderState>> ALLOWED = new EnumMap<>(Map.ofEntries(
			Map.entry(RECEIVED, EnumSet.of(RESERVED, UNDOING)), Map.entry(RESERVED, EnumSet.of(WAITING, PAID, UNDOING)),
			Map.entry(WAITING, EnumSet.of(PAID, UNDOING)), Map.entry(PAID, EnumSet.of(PLACED)),
			Map.entry(PLACED, EnumSet.of(PACKED, UNDOING)), Map.entry(PACKED, EnumSet.of(SENT)),
			Map.entry(SENT, EnumSet.of(DELIVERED)),
			Map.entry(UNDOING, EnumSet.of(DECLINED, RELEASED, ABANDONED, CANCELLED))));

	static Stream<Arguments> pairs() {
		return Arrays.stream(OrderState.values())
			.flatMap((from) -> Arrays.stream(OrderState.values()).map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void aStateLeadsToThoseThatAreAllowedAndToNoOther(OrderState from, OrderState to) {
		assertThat(from.leadsTo(to)).isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
	}

	@ParameterizedTest
	@EnumSource
	void everyStateIsInHandOrWaitsOrIsTheLast(OrderState state) {
		assertThat(state.isFinal()).isEqualTo(!ALLOWED.containsKey(state));
		assertThat(state.isInHand() && state.isFinal()).isFalse();
	}

	@Test
	void anOrderRemembersTheStepsItTook() {
		Order order = in(RECEIVED).reserved().paid().placed();
		assertThat(order.state()).isEqualTo(PLACED);
		assertThat(order.steps()).extracting(Order.Step::state).containsExactly(RESERVED, PAID, PLACED);
		assertThat(order.stored(7).steps()).isEmpty();
		assertThat(order.stored(7).version()).isEqualTo(7);
	}

	@Test
	void anOrderGoesItsWayStepByStep() {
		assertThat(in(PLACED).further().state()).isEqualTo(PACKED);
		assertThat(in(PACKED).further().state()).isEqualTo(SENT);
		assertThat(in(SENT).further().state()).isEqualTo(DELIVERED);
		assertThat(EnumSet.complementOf(EnumSet.of(PLACED, PACKED, SENT)))
			.allSatisfy((state) -> assertThatExceptionOfType(WrongStepException.class).isThrownBy(in(state)::further));
	}

	@ParameterizedTest
	@EnumSource
	void anOrderIsCancelledUntilItIsPackedAndOnlyOnceItIsPlaced(OrderState state) {
		if (state == PLACED) {
			Order cancelled = in(state).cancelled();
			assertThat(cancelled.state()).isEqualTo(UNDOING);
			assertThat(cancelled.undone().state()).isEqualTo(CANCELLED);
		}
		else {
			assertThatExceptionOfType(WrongStepException.class).isThrownBy(in(state)::cancelled);
		}
	}

	@ParameterizedTest
	@EnumSource
	void anOrderFailsOnlyBeforeItIsPaid(OrderState state) {
		if (EnumSet.of(RECEIVED, RESERVED, WAITING).contains(state)) {
			assertThat(in(state).failed(Reason.NO_ANSWER, null).state()).isEqualTo(UNDOING);
		}
		else {
			assertThatExceptionOfType(WrongStepException.class)
				.isThrownBy(() -> in(state).failed(Reason.NO_ANSWER, null));
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
	void anOrderEndsAsItsReasonSays(Reason reason) {
		Order undone = in(RESERVED).failed(reason, "k3=1").undone();
		assertThat(undone.state()).isEqualTo(reason.end());
		assertThat(undone.state().isFinal()).isTrue();
		assertThat(undone.reason()).isEqualTo(reason);
		assertThat(undone.steps()).first().isEqualTo(new Order.Step(UNDOING, reason + " k3=1"));
	}

	@Test
	void nobodyCancelsAnOrderByFailing() {
		assertThatExceptionOfType(WrongStepException.class)
			.isThrownBy(() -> in(RESERVED).failed(Reason.CANCELLED, null));
	}

	@Test
	void anOrderWaitsForItsShopperUntilAnInstant() {
		Instant until = Instant.parse("2026-11-26T12:15:00Z");
		Order waiting = in(RESERVED).waiting(until);
		assertThat(waiting.state()).isEqualTo(WAITING);
		assertThat(waiting.expiresAt()).isEqualTo(until);
		assertThat(waiting.paid().expiresAt()).isEqualTo(until);
	}

	@Test
	void moneyIsGivenBackOnlyWhereItMayHaveBeenTaken() {
		assertThat(Arrays.stream(Reason.values()).filter((reason) -> !reason.mayBeCharged()))
			.containsExactlyInAnyOrder(Reason.OUT_OF_STOCK, Reason.DECLINED, Reason.UNCOVERED);
	}

	@Test
	void anOrderCostsItsThingsAndTheirDelivery() {
		Order order = in(RECEIVED);
		assertThat(order.goods()).isEqualTo(new Money(2 * 1_000 + 450, "EUR"));
		assertThat(order.total()).isEqualTo(new Money(2_450 + 490, "EUR"));
	}

	@Test
	void thereIsNoOrderOfNothing() {
		Placement some = OrderFixture.placement().build();
		assertThatIllegalArgumentException().isThrownBy(() -> new Placement(some.id(), some.customer(), some.visitor(),
				some.formKey(), some.formDigest(), List.of(), some.delivery(), some.card()));
	}

	private static Order in(OrderState state) {
		Reason reason = (state == UNDOING || (state.isFinal() && state != DELIVERED)) ? Reason.TOO_LATE : null;
		return Order.of(OrderFixture.placement().build(), state, reason, null, new Order.Stored(1, 0, Instant.EPOCH));
	}

}
