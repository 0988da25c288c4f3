package dev.clickpath.storefront.order;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.clickpath.storefront.order.Faults.Crash;
import dev.clickpath.storefront.order.OrderFixture.Storefront;
import dev.clickpath.storefront.payment.TestCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class OrderSagaTests {

	private static final String CODE = "123456";

	private static final OrderFixture SHOP = new OrderFixture();

	private final Storefront storefront = SHOP.storefront();

	private Placement placement = OrderFixture.placement().build();

	@BeforeEach
	void stock() {
		SHOP.faults.disarm();
		SHOP.warehouse.stock("kettle", 100);
		SHOP.warehouse.stock("cup", 100);
	}

	@AfterEach
	void nothingIsWrongInAnyBook() {
		SHOP.faults.disarm();
		SHOP.recover();
		SHOP.audit();
	}

	@AfterAll
	static void close() {
		SHOP.close();
	}

	static Stream<Arguments> faults() {
		return Arrays.stream(TestCard.values())
			.flatMap((card) -> Arrays.stream(Faults.Step.values())
				.flatMap((step) -> Arrays.stream(Faults.Kind.values()).map((kind) -> Arguments.of(card, step, kind))));
	}

	@Test
	void whatBecomesOfOrdersAndPaymentsIsCounted() {
		double placed = counted("clickpath.orders", "state", "placed");
		double accepted = counted("clickpath.payments", "outcome", "accepted");
		place();
		assertThat(counted("clickpath.orders", "state", "placed")).isEqualTo(placed + 1);
		assertThat(counted("clickpath.payments", "outcome", "accepted")).isEqualTo(accepted + 1);
		double declined = counted("clickpath.orders", "state", "declined");
		double refused = counted("clickpath.payments", "outcome", "declined");
		this.placement = OrderFixture.placement().build();
		place(TestCard.DECLINED);
		assertThat(counted("clickpath.orders", "state", "declined")).isEqualTo(declined + 1);
		assertThat(counted("clickpath.payments", "outcome", "declined")).isEqualTo(refused + 1);
		assertThat(counted("clickpath.orders", "state", "placed")).isEqualTo(placed + 1);
	}

	private static double counted(String meter, String tag, String value) {
		return SHOP.meters.get(meter).tag(tag, value).counter().count();
	}

	@Test
	void anOrderIsPlacedAndLeavesTheBasket() {
		SHOP.fillBasket(this.placement, "kettle", 5);
		SHOP.fillBasket(this.placement, "cup", 1);
		SHOP.fillBasket(this.placement, "plate", 1);
		assertThat(place().state()).isEqualTo(OrderState.PLACED);
		assertThat(SHOP.inBasket(this.placement, "kettle")).isEqualTo(3);
		assertThat(SHOP.inBasket(this.placement, "cup")).isZero();
		assertThat(SHOP.inBasket(this.placement, "plate")).isEqualTo(1);
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(98);
		assertThat(SHOP.booked(this.placement.id(), "CHARGED")).isEqualTo(1);
		assertThat(SHOP.isUntold(this.placement.id())).isTrue();
		assertThat(SHOP.orders.events(this.placement.id())).extracting(OrderEvent::state)
			.containsExactly(OrderState.RECEIVED, OrderState.RESERVED, OrderState.PAID, OrderState.PLACED);
	}

	@Test
	void anOrderComesBackFromTheDatabaseAsItWasPlaced() {
		Order placed = place();
		Order found = SHOP.find(this.placement);
		assertThat(found).usingRecursiveComparison().isEqualTo(placed);
		assertThat(found.lines()).isEqualTo(this.placement.lines());
		assertThat(found.delivery()).isEqualTo(this.placement.delivery());
	}

	@Test
	void anothersOrderIsNotFound() {
		place();
		assertThat(this.storefront.desk().find(this.placement.id(), UUID.randomUUID())).isEmpty();
		this.storefront.desk().cancel(this.placement.id(), UUID.randomUUID());
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.PLACED);
	}

	@Test
	void theSameFormMakesOneOrder() {
		Order first = place();
		for (int i = 0; i < 9; i++) {
			Placement again = OrderFixture.placement().of(this.placement).build();
			assertThat(this.storefront.desk().place(again).id()).isEqualTo(first.id());
		}
		assertThat(SHOP.orders.count(this.placement.customer())).isEqualTo(1);
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(98);
	}

	@Test
	void whoOrdersTooOftenIsNotLetIn() {
		OrderProperties strict = new OrderProperties(Duration.ofMinutes(1), Duration.ofMinutes(15),
				Duration.ofSeconds(12), Duration.ZERO, Duration.ofMinutes(2), Duration.ofMinutes(5),
				Duration.ofMinutes(10), 2, Duration.ofHours(1));
		OrderDesk desk = SHOP.desk(strict);
		Placement first = this.placement;
		assertThat(desk.place(first).state()).isEqualTo(OrderState.PLACED);
		assertThat(desk.place(another(first))).isNotNull();
		assertThatExceptionOfType(TooManyOrdersException.class).isThrownBy(() -> desk.place(another(first)));
		assertThat(desk.place(first).id()).as("a form that has made its order leads there").isEqualTo(first.id());
		assertThat(SHOP.orders.count(first.customer())).isEqualTo(2);
	}

	/** The same customer's, of another form. */
	private static Placement another(Placement first) {
		return OrderFixture.placement().customer(first.customer()).build();
	}

	@Test
	void nothingIsChargedWhenThereIsTooLittle() {
		SHOP.fillBasket(this.placement, "kettle", 2);
		SHOP.warehouse.stock("kettle", 1);
		Order order = place();
		assertThat(order.state()).isEqualTo(OrderState.RELEASED);
		assertThat(order.reason()).isEqualTo(Reason.OUT_OF_STOCK);
		assertThat(SHOP.orders.events(order.id())).extracting(OrderEvent::detail).contains("OUT_OF_STOCK kettle=1");
		assertThat(SHOP.booked(order.id(), "CHARGED")).isZero();
		assertThat(SHOP.inBasket(this.placement, "kettle")).isEqualTo(2);
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(1);
		assertThat(SHOP.warehouse.stock("cup")).isEqualTo(100);
	}

	@Test
	void whatTheBankRefusesIsGivenBack() {
		assertThat(place(TestCard.DECLINED).reason()).isEqualTo(Reason.DECLINED);
		assertThat(place(TestCard.UNCOVERED).reason()).isEqualTo(Reason.UNCOVERED);
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(100);
	}

	@Test
	void aLostAnswerIsAskedFor() {
		assertThat(place(TestCard.CHARGED_IN_SILENCE).state()).isEqualTo(OrderState.PLACED);
		Order never = place(TestCard.NEVER_CHARGED);
		assertThat(never.state()).isEqualTo(OrderState.RELEASED);
		assertThat(never.reason()).isEqualTo(Reason.NO_ANSWER);
	}

	@Test
	void aChargeThatComesLateIsRefused() {
		Order never = place(TestCard.NEVER_CHARGED);
		Placement paying = OrderFixture.placement().build();
		SHOP.provider.charge(never.id().toString(), paying.card(), paying.total());
		assertThat(SHOP.booked(never.id(), "CHARGED")).isZero();
	}

	@Test
	void anOrderWaitsForItsCode() {
		Order waiting = place(TestCard.SECOND_STEP);
		assertThat(waiting.state()).isEqualTo(OrderState.WAITING);
		assertThat(enter("000000")).isEqualTo(2);
		assertThat(enter("000001")).isEqualTo(1);
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.WAITING);
		assertThat(enter(CODE)).isZero();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.PLACED);
		assertThat(enter(CODE)).isZero();
	}

	@Test
	void threeWrongCodesAreTooMany() {
		place(TestCard.SECOND_STEP);
		enter("1");
		enter("2");
		enter("3");
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.DECLINED);
	}

	@Test
	void anotherCannotEnterTheCode() {
		place(TestCard.SECOND_STEP);
		assertThat(this.storefront.desk().enterCode(this.placement.id(), UUID.randomUUID(), CODE)).isZero();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.WAITING);
	}

	@Test
	void anOrderWhoseCodeIsNeverEnteredIsGivenUp() {
		place(TestCard.SECOND_STEP);
		SHOP.recover();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.WAITING);
		SHOP.hoursPass();
		SHOP.recover();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.ABANDONED);
		assertThat(enter(CODE)).isZero();
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(100);
	}

	@Test
	void aShopperGivesUpInsteadOfEnteringTheCode() {
		place(TestCard.SECOND_STEP);
		this.storefront.desk().giveUp(this.placement.id(), this.placement.customer());
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.ABANDONED);
	}

	@Test
	void aCancelledOrderGivesMoneyAndStockBack() {
		place();
		cancel();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.CANCELLED);
		assertThat(SHOP.booked(this.placement.id(), "REFUNDED")).isEqualTo(1);
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(100);
		cancel();
		assertThat(SHOP.booked(this.placement.id(), "REFUNDED")).isEqualTo(1);
	}

	@Test
	void anOrderMovesOnByItselfAndCannotBeCancelledOncePacked() {
		place();
		this.storefront.worker().work();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.PLACED);
		for (OrderState next : new OrderState[] { OrderState.PACKED, OrderState.SENT, OrderState.DELIVERED }) {
			SHOP.hoursPass();
			work();
			assertThat(SHOP.find(this.placement).state()).isEqualTo(next);
			cancel();
			assertThat(SHOP.find(this.placement).state()).isEqualTo(next);
		}
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whateverGoesWrongWhilePlacingIsFinishedOrReleased(TestCard card, Faults.Step step, Faults.Kind kind) {
		this.placement = OrderFixture.placement().card(card).build();
		SHOP.fillBasket(this.placement, "kettle", 2);
		SHOP.faults.arm(step, kind);
		survive(() -> this.storefront.desk().place(this.placement));
		SHOP.recover();
		if (card == TestCard.SECOND_STEP) {
			survive(() -> enter(CODE));
			SHOP.recover();
			survive(() -> enter(CODE));
			SHOP.recover();
		}
		Order order = SHOP.find(this.placement);
		boolean neverAsked = step == Faults.Step.CHARGE && kind == Faults.Kind.QUESTION_LOST;
		assertThat(order.state()).isEqualTo(neverAsked ? OrderState.RELEASED : switch (card) {
			case ACCEPTED, SECOND_STEP, CHARGED_IN_SILENCE -> OrderState.PLACED;
			case DECLINED, UNCOVERED -> OrderState.DECLINED;
			case NEVER_CHARGED -> OrderState.RELEASED;
		});
		assertThat(SHOP.inBasket(this.placement, "kettle")).isEqualTo(order.state().isBought() ? 0 : 2);
		assertThat(SHOP.isUntold(order.id())).isEqualTo(order.state().isBought());
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whateverGoesWrongForGoodIsReleased(TestCard card, Faults.Step step, Faults.Kind kind) {
		this.placement = OrderFixture.placement().card(card).build();
		SHOP.faults.arm(step, kind);
		survive(() -> this.storefront.desk().place(this.placement));
		for (int i = 0; i < 3; i++) {
			SHOP.hoursPass();
			survive(SHOP::recover);
		}
		assertThat(SHOP.find(this.placement).state().isInHand()).isFalse();
		assertThat(SHOP.find(this.placement).state()).isNotEqualTo(OrderState.WAITING);
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whateverGoesWrongWhileCancellingIsFinished(TestCard card, Faults.Step step, Faults.Kind kind) {
		if (card != TestCard.ACCEPTED) {
			return;
		}
		place();
		SHOP.faults.arm(step, kind);
		survive(this::cancel);
		SHOP.recover();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.CANCELLED);
		assertThat(SHOP.booked(this.placement.id(), "REFUNDED")).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void outOfStockIsReleasedWhateverGoesWrong(Faults.Kind kind) {
		SHOP.warehouse.stock("cup", 0);
		SHOP.faults.arm(Faults.Step.RELEASE, kind);
		survive(this::place);
		SHOP.recover();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.RELEASED);
	}

	@Test
	void whoWasThoughtDeadStoresNothingAnyMore() {
		Order received = SHOP.orders.receive(this.placement).orElseThrow();
		SHOP.recover();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.PLACED);
		assertThatExceptionOfType(OvertakenException.class).isThrownBy(() -> SHOP.orders.store(received.reserved()));
		assertThatExceptionOfType(OvertakenException.class)
			.isThrownBy(() -> SHOP.orders.store(received.failed(Reason.TOO_LATE, null)));
		SHOP.orders.leave(received, Duration.ZERO);
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.PLACED);
	}

	@Test
	void aWorkerThatHasMuchToDoStopsAllTheSame() {
		OrderProperties restless = new OrderProperties(Duration.ofMinutes(1), Duration.ofMinutes(15),
				Duration.ofSeconds(12), Duration.ofMillis(1), Duration.ofMinutes(2), Duration.ofMinutes(5),
				Duration.ofMinutes(10), 500, Duration.ofHours(1));
		for (int i = 0; i < 50; i++) {
			OrderWorker worker = SHOP.worker(restless);
			worker.start();
			assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
				worker.stop();
			});
			assertThat(worker.isRunning()).isFalse();
		}
	}

	@Test
	void nobodyTakesAnOrderThatIsInHand() {
		Order received = SHOP.orders.receive(this.placement).orElseThrow();
		assertThat(SHOP.orders.takeUnfinished(1_000)).extracting(Order::id).doesNotContain(received.id());
		SHOP.someSecondsPass();
		assertThat(SHOP.orders.takeUnfinished(1_000)).extracting(Order::id).contains(received.id());
		assertThat(SHOP.orders.takeUnfinished(1_000)).extracting(Order::id).doesNotContain(received.id());
	}

	@Test
	void cancellingAndPackingAtTheSameTimeHaveOneWinner() throws Exception {
		OrderWorker worker = SHOP.storefront().worker();
		for (int i = 0; i < 30; i++) {
			place(TestCard.ACCEPTED);
			SHOP.hoursPass();
			List<Callable<Boolean>> both = List.of(() -> {
				cancel();
				return true;
			}, worker::work);
			try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
				for (var one : threads.invokeAll(both)) {
					one.get();
				}
			}
			SHOP.recover();
			assertThat(SHOP.find(this.placement).state()).isIn(OrderState.CANCELLED, OrderState.PACKED);
		}
	}

	@Test
	void workersOfSeveralStorefrontsNeverWorkOnTheSameOrder() throws Exception {
		for (int i = 0; i < 40; i++) {
			SHOP.orders.receive(OrderFixture.placement().build());
		}
		SHOP.someSecondsPass();
		List<Callable<Boolean>> workers = Stream.generate(SHOP::storefront)
			.limit(4)
			.map((one) -> (Callable<Boolean>) () -> {
				while (one.worker().work()) {
					Thread.onSpinWait();
				}
				return true;
			})
			.toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (var one : threads.invokeAll(workers)) {
				one.get();
			}
		}
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(100 - 2 * 40);
	}

	@Test
	void moreBuyersThanPiecesBuyAllPiecesAndNoMore() throws Exception {
		SHOP.warehouse.stock("kettle", 20);
		List<Callable<Order>> buyers = Stream.generate(() -> OrderFixture.placement().build())
			.limit(60)
			.map((one) -> (Callable<Order>) () -> SHOP.storefront().desk().place(one))
			.toList();
		int bought = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			for (var one : threads.invokeAll(buyers)) {
				bought += one.get().state().isBought() ? 1 : 0;
			}
		}
		assertThat(bought).isEqualTo(10);
		assertThat(SHOP.warehouse.stock("kettle")).isZero();
	}

	@Test
	void eventsAndBookingsCannotBeRewritten() {
		place();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> SHOP.jdbc.sql("delete from order_event").update())
			.withMessageContaining("order_event is only ever added to");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> SHOP.jdbc.sql("update payment_provider.booking set amount = 1").update())
			.withMessageContaining("booking is only ever added to");
	}

	@Test
	void whatWasBoughtIsKnown() {
		Purchases purchases = new Purchases(SHOP.orders);
		assertThat(purchases.has(this.placement.customer(), "kettle")).isFalse();
		place();
		assertThat(purchases.has(this.placement.customer(), "kettle")).isTrue();
		assertThat(purchases.has(this.placement.customer(), "plate")).isFalse();
		assertThat(purchases.has(UUID.randomUUID(), "kettle")).isFalse();
		cancel();
		assertThat(purchases.has(this.placement.customer(), "kettle")).isFalse();
	}

	private Order place(TestCard card) {
		this.placement = OrderFixture.placement().card(card).build();
		return place();
	}

	private Order place() {
		return this.storefront.desk().place(this.placement);
	}

	private int enter(String code) {
		return this.storefront.desk().enterCode(this.placement.id(), this.placement.customer(), code);
	}

	private void cancel() {
		this.storefront.desk().cancel(this.placement.id(), this.placement.customer());
	}

	private void work() {
		boolean more = true;
		while (more) {
			more = this.storefront.worker().work();
		}
	}

	private static void survive(Runnable act) {
		try {
			act.run();
		}
		catch (Crash | DataAccessException ex) {
			assertThat(SHOP.faults.isArmed()).isFalse();
		}
	}

}
