package dev.clickpath.storefront.order;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the catalogue hears of an order that is sent, and what the order does without it.
 */
@ExtendWith(OutputCaptureExtension.class)
class SendingTests {

	private static final OrderFixture SHOP = new OrderFixture();

	private final Placement placement = OrderFixture.placement().build();

	private final String id = this.placement.id().toString();

	@BeforeEach
	void stock() {
		SHOP.faults.disarm();
		SHOP.warehouse.stock("kettle", 100);
		SHOP.warehouse.stock("cup", 100);
	}

	@AfterAll
	static void close() {
		SHOP.close();
	}

	@Test
	void whatIsSentIsSettledAndNotBefore() {
		pack(this.placement);
		assertThat(SHOP.warehouse.held()).containsKey(this.id);
		itIsTime();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.SENT);
		assertThat(SHOP.warehouse.held()).doesNotContainKey(this.id);
		assertThat(SHOP.warehouse.sent()).containsKey(this.id);
		assertThat(SHOP.warehouse.stock("kettle")).isEqualTo(98);
	}

	@ParameterizedTest
	@EnumSource
	void anOrderStaysPackedUntilItIsSettled(Faults.Kind kind) {
		pack(this.placement);
		SHOP.faults.arm(Faults.Step.FULFIL, kind);
		itIsTime();
		assertThat(SHOP.faults.isArmed()).isFalse();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.PACKED);
		SHOP.someSecondsPass();
		work();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.SENT);
		assertThat(SHOP.warehouse.sent()).containsKey(this.id);
	}

	@Test
	void anOrderThatCannotBeSettledDoesNotHoldUpAnother() {
		Placement other = OrderFixture.placement().build();
		pack(this.placement);
		pack(other);
		SHOP.faults.arm(Faults.Step.FULFIL, Faults.Kind.QUESTION_LOST);
		due(this.placement);
		due(other);
		work();
		assertThat(List.of(SHOP.find(this.placement).state(), SHOP.find(other).state()))
			.containsExactlyInAnyOrder(OrderState.PACKED, OrderState.SENT);
		SHOP.someSecondsPass();
		work();
		assertThat(SHOP.warehouse.sent()).containsKeys(this.id, other.id().toString());
	}

	@Test
	void anOrderOfWhichTheCatalogueKnowsNothingIsSentAllTheSame(CapturedOutput output) {
		pack(this.placement);
		SHOP.warehouse.forget(this.id);
		isSentAllTheSame(output);
	}

	@Test
	void anOrderThatTheCatalogueReleasedIsSentAllTheSame(CapturedOutput output) {
		pack(this.placement);
		SHOP.warehouse.release(this.id);
		isSentAllTheSame(output);
	}

	private void isSentAllTheSame(CapturedOutput output) {
		itIsTime();
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.SENT);
		assertThat(output)
			.containsOnlyOnce("Order " + this.id + " is sent although the catalogue holds nothing for it");
	}

	@Test
	void whoWasToCancelItBeforeGivesNothingBackAnyMore() {
		Order placed = pack(this.placement);
		assertThatExceptionOfType(OvertakenException.class).isThrownBy(() -> SHOP.orders.store(placed.cancelled()));
		itIsTime();
		assertThatExceptionOfType(OvertakenException.class).isThrownBy(() -> SHOP.orders.store(placed.cancelled()));
		SHOP.storefront().desk().cancel(this.placement.id(), this.placement.customer());
		assertThat(SHOP.find(this.placement).state()).isEqualTo(OrderState.SENT);
		assertThat(SHOP.warehouse.sent()).containsKey(this.id);
	}

	/**
	 * Places an order and packs it.
	 * @return what it was before it was packed
	 */
	private static Order pack(Placement placement) {
		Order placed = SHOP.storefront().desk().place(placement);
		due(placement);
		work();
		assertThat(SHOP.find(placement).state()).isEqualTo(OrderState.PACKED);
		return placed;
	}

	private void itIsTime() {
		due(this.placement);
		work();
	}

	private static void due(Placement placement) {
		SHOP.jdbc.sql("update orders set due_at = now() where id = :id").param("id", placement.id()).update();
	}

	private static void work() {
		SHOP.storefront().worker().work();
	}

}
