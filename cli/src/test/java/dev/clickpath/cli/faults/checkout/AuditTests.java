package dev.clickpath.cli.faults.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.faults.checkout.Books.Charge;
import dev.clickpath.cli.faults.checkout.Books.Order;
import dev.clickpath.cli.faults.checkout.Books.Reservation;
import dev.clickpath.cli.shopping.Receipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day on which all went well: one order placed, one cancelled, one declined, one
 * abandoned before anything was charged. Each test has one thing go wrong.
 */
class AuditTests {

	private static final Map<String, Integer> FIRST_STOCK = Map.of("kettle", 10, "cup", 5);

	private final List<Receipt> receipts = new ArrayList<>(
			List.of(receipt("form-1"), receipt("form-2"), receipt("form-3"), receipt("form-4"), receipt("form-5")));

	private final List<Order> orders = new ArrayList<>(
			List.of(order("1", "PLACED"), order("2", "CANCELLED"), order("3", "DECLINED"), order("4", "ABANDONED")));

	private final List<Charge> charges = new ArrayList<>(List.of(charge("1", "ACCEPTED", 1, 4990),
			charge("2", "REFUNDED", 1, 0), charge("3", "DECLINED", 0, 0), charge("4", "CANCELLED", 0, 0)));

	private final List<Reservation> reservations = new ArrayList<>(List.of(reservation("1", "held"),
			reservation("2", "released"), reservation("3", "released"), new Reservation("4", "released", Map.of())));

	private Map<String, Integer> stock = Map.of("kettle", 8, "cup", 4);

	AuditTests() {
		this.receipts.get(0).confirm();
		this.receipts.get(1).confirm();
		this.receipts.get(1).askToCancel();
		this.receipts.get(1).cancel();
		this.receipts.get(2).refuse();
		this.receipts.get(2).sendOften();
		for (int i = 0; i < 3; i++) {
			this.receipts.get(i).named(Integer.toString(i + 1));
		}
	}

	@Test
	void findsNothingWhereAllIsWell() {
		assertThat(audit().checks()).allMatch(Check::isOk).allMatch((check) -> check.looked() > 0);
		assertThat(audit().taken()).isEqualTo(Map.of("kettle", 2, "cup", 1));
		assertThat(audit().soldOut("kettle", 2, 200).isOk()).isFalse();
		this.stock = Map.of("kettle", 0, "cup", 4);
		assertThat(audit().soldOut("kettle", 2, 200).isOk()).isTrue();
		assertThat(audit().soldOut("kettle", 3, 200).isOk()).isFalse();
	}

	@Test
	void findsAnOrderThatWasLost() {
		this.orders.removeFirst();
		this.charges.removeFirst();
		this.reservations.removeFirst();
		this.stock = FIRST_STOCK;
		isWrong("an order seen confirmed is there, or cancelled because its buyer asked");
	}

	@Test
	void findsAnOrderThatWasCancelledUnasked() {
		this.orders.set(0, order("1", "RELEASED"));
		this.charges.set(0, charge("1", "REFUNDED", 1, 0));
		this.reservations.set(0, reservation("1", "released"));
		this.stock = FIRST_STOCK;
		isWrong("an order seen confirmed is there, or cancelled because its buyer asked");
	}

	@Test
	void findsAnOrderThatIsStillThereAfterItsCancellation() {
		this.orders.set(1, order("2", "PLACED"));
		this.charges.set(1, charge("2", "ACCEPTED", 1, 4990));
		this.reservations.set(1, reservation("2", "held"));
		this.stock = Map.of("kettle", 6, "cup", 3);
		isWrong("an order seen cancelled is cancelled");
	}

	@Test
	void findsAnOrderThatWasPlacedAlthoughItWasRefused() {
		this.orders.set(2, order("3", "PACKED"));
		this.charges.set(2, charge("3", "ACCEPTED", 1, 4990));
		this.reservations.set(2, reservation("3", "held"));
		this.stock = Map.of("kettle", 6, "cup", 3);
		isWrong("an order seen refused was not placed");
	}

	@Test
	void findsAFormThatMadeTwoOrders() {
		this.orders.add(new Order("9", "form-4", "DECLINED", 4990, "EUR", Map.of()));
		isWrong("a form made one order at most, the one it was answered with");
	}

	@Test
	void findsAFormThatWasAnsweredWithAnotherOrder() {
		this.receipts.get(0).named("3");
		isWrong("a form made one order at most, the one it was answered with");
	}

	@Test
	void findsAFormSentOftenThatMadeNoOrder() {
		this.receipts.get(4).sendOften();
		isWrong("a form sent ten times at once made one order");
	}

	@Test
	void findsAnOrderNobodySent() {
		this.orders.add(order("9", "RELEASED"));
		isWrong("an order comes from a form that was sent");
	}

	@Test
	void findsAnOrderLeftHalfWay() {
		this.orders.set(3, order("4", "WAITING"));
		isWrong("no order is left half-way");
	}

	@Test
	void findsACardThatWasChargedTwice() {
		this.charges.set(1, charge("2", "REFUNDED", 2, 0));
		isWrong("no card is charged twice for an order");
	}

	@Test
	void findsAnOrderThatWasNotPaidOrNotAsMuch() {
		this.charges.set(0, charge("1", "ACCEPTED", 1, 4989));
		isWrong("a live order is paid for, exactly");
		this.charges.set(0, new Charge("1", "ACCEPTED", 1, 4990, "USD"));
		isWrong("a live order is paid for, exactly");
		this.charges.removeFirst();
		isWrong("a live order is paid for, exactly");
	}

	@Test
	void findsMoneyThatWasNotGivenBackOrCouldStillMove() {
		this.charges.set(1, charge("2", "ACCEPTED", 1, 4990));
		isWrong("an order that came to nothing costs nothing");
		this.charges.set(1, charge("2", "WAITING", 0, 0));
		isWrong("an order that came to nothing costs nothing");
	}

	@Test
	void findsAChargeForNothing() {
		this.charges.add(charge("9", "CANCELLED", 0, 0));
		isWrong("a charge belongs to an order");
	}

	@Test
	void findsAnOrderWithoutItsPieces() {
		this.reservations.set(0, reservation("1", "released"));
		this.stock = FIRST_STOCK;
		isWrong("a live order holds its pieces or has sent them, exactly");
		this.reservations.set(0, new Reservation("1", "held", Map.of("kettle", 1, "cup", 1)));
		this.stock = Map.of("kettle", 9, "cup", 4);
		isWrong("a live order holds its pieces or has sent them, exactly");
		this.reservations.removeFirst();
		this.stock = FIRST_STOCK;
		isWrong("a live order holds its pieces or has sent them, exactly");
	}

	@Test
	void findsNothingWrongWithPiecesThatWereSent() {
		this.orders.set(0, order("1", "PACKED"));
		isRight();
		this.reservations.set(0, reservation("1", "fulfilled"));
		isRight();
		this.orders.set(0, order("1", "SENT"));
		isRight();
		this.orders.set(0, order("1", "DELIVERED"));
		isRight();
		assertThat(audit().taken()).isEqualTo(Map.of("kettle", 2, "cup", 1));
	}

	@Test
	void findsAnOrderThatIsSentWithoutItsPieces() {
		this.orders.set(0, order("1", "SENT"));
		isWrong("a live order holds its pieces or has sent them, exactly");
	}

	@Test
	void findsPiecesThatAreSentWithoutTheirOrder() {
		this.reservations.set(0, reservation("1", "fulfilled"));
		isWrong("a live order holds its pieces or has sent them, exactly");
	}

	@Test
	void findsPiecesHeldForNothing() {
		this.reservations.set(2, reservation("3", "held"));
		this.stock = Map.of("kettle", 6, "cup", 3);
		isWrong("no piece is taken for another order");
		this.reservations.set(2, reservation("9", "held"));
		isWrong("no piece is taken for another order");
		this.reservations.set(2, reservation("9", "fulfilled"));
		isWrong("no piece is taken for another order");
	}

	@Test
	void findsPiecesThatWereLostOrMade() {
		this.stock = Map.of("kettle", 7, "cup", 4);
		isWrong("stock and taken pieces are what there was at first");
		this.stock = Map.of("kettle", 8, "cup", 5);
		isWrong("stock and taken pieces are what there was at first");
	}

	@Test
	void findsStockBelowZero() {
		this.stock = Map.of("kettle", 8, "cup", 4, "pot", -1);
		isWrong("no stock is below zero");
	}

	private Audit audit() {
		return new Audit(FIRST_STOCK, this.receipts,
				new Books(this.orders, this.charges, this.reservations, this.stock));
	}

	private void isRight() {
		assertThat(audit().checks()).allMatch(Check::isOk);
	}

	private void isWrong(String rule) {
		assertThat(audit().checks()).filteredOn((check) -> !check.isOk()).extracting(Check::rule).containsExactly(rule);
	}

	private static Receipt receipt(String form) {
		return new Receipt(form, "accepted");
	}

	private static Order order(String id, String state) {
		return new Order(id, "form-" + id, state, 4990, "EUR", Map.of("kettle", 2, "cup", 1));
	}

	private static Charge charge(String order, String state, int charged, long net) {
		return new Charge(order, state, charged, net, "EUR");
	}

	private static Reservation reservation(String order, String state) {
		return new Reservation(order, state, Map.of("kettle", 2, "cup", 1));
	}

}
