package dev.clickpath.cli.faults.checkout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.clickpath.cli.faults.checkout.Books.Charge;
import dev.clickpath.cli.faults.checkout.Books.Order;
import dev.clickpath.cli.faults.checkout.Books.Reservation;
import dev.clickpath.cli.shopping.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Compares what shoppers saw with what the databases say, and these with each other.
 */
final class Audit {

	private final Map<String, Integer> firstStock;

	private final List<Receipt> receipts;

	private final Books books;

	private final Map<String, Order> orders;

	private final Map<String, Charge> charges;

	private final Map<String, Reservation> reservations;

	/**
	 * An audit.
	 * @param firstStock pieces of each product before the first shopper came
	 */
	Audit(Map<String, Integer> firstStock, List<Receipt> receipts, Books books) {
		this.firstStock = firstStock;
		this.receipts = receipts;
		this.books = books;
		this.orders = byKey(books.orders(), Order::id);
		this.charges = byKey(books.charges(), Charge::order);
		this.reservations = byKey(books.reservations(), Reservation::order);
	}

	private static <T> Map<String, T> byKey(List<T> things, Function<T, String> key) {
		return things.stream().collect(Collectors.toMap(key, Function.identity()));
	}

	List<Check> checks() {
		return List.of(
				Check.each("an order seen confirmed is there, or cancelled because its buyer asked", confirmed(),
						this::lost),
				Check.each("an order seen cancelled is cancelled",
						this.receipts.stream().filter(Receipt::isCancelled).toList(), this::notCancelled),
				Check.each("an order seen refused was not placed",
						this.receipts.stream().filter(Receipt::isRefused).toList(), this::placedAllTheSame),
				Check.each("a form made one order at most, the one it was answered with", this.receipts,
						this::severalOrders),
				Check.each("a form sent ten times at once made one order",
						this.receipts.stream().filter(Receipt::isSentOften).toList(),
						(receipt) -> (madeBy(receipt).size() == 1) ? null
								: "%s made %s".formatted(receipt, madeBy(receipt))),
				Check.each("an order comes from a form that was sent", this.books.orders(), this::unasked),
				Check.each("no order is left half-way", this.books.orders(),
						(order) -> order.isHalfWay() ? order.toString() : null),
				Check.each("no card is charged twice for an order", this.books.charges(),
						(charge) -> (charge.charged() > 1)
								? "order %s was charged %d times".formatted(charge.order(), charge.charged()) : null),
				Check.each("a live order is paid for, exactly", live(), this::notPaid),
				Check.each("an order that came to nothing costs nothing",
						this.books.orders().stream().filter(Order::isDead).toList(), this::costsSomething),
				Check.each("a charge belongs to an order", this.books.charges(),
						(charge) -> this.orders.containsKey(charge.order()) ? null
								: "a charge for an unknown order " + charge.order()),
				Check.each("a live order holds its pieces or has sent them, exactly", live(), this::tookOther),
				Check.each("no piece is taken for another order", this.books.reservations(), this::takenForNothing),
				Check.each("stock and taken pieces are what there was at first", List.copyOf(this.firstStock.keySet()),
						this::lostPieces),
				Check.each("no stock is below zero", List.copyOf(this.books.stock().keySet()),
						(product) -> (left(product) < 0) ? "%s: %d".formatted(product, left(product)) : null));
	}

	private int left(String product) {
		return this.books.stock().getOrDefault(product, 0);
	}

	private List<Receipt> confirmed() {
		return this.receipts.stream().filter(Receipt::isConfirmed).toList();
	}

	private List<Order> live() {
		return this.books.orders().stream().filter(Order::isLive).toList();
	}

	private @Nullable String lost(Receipt receipt) {
		Order order = order(receipt);
		if (order == null) {
			return receipt + " was confirmed and made no order";
		}
		boolean cancelled = order.state().equals("CANCELLED") && receipt.isAskedToCancel();
		return (order.isLive() || cancelled) ? null : "%s was confirmed to the sender of %s".formatted(order, receipt);
	}

	private @Nullable String notCancelled(Receipt receipt) {
		Order order = order(receipt);
		return (order != null && order.state().equals("CANCELLED")) ? null
				: "%s of %s was seen cancelled".formatted(order, receipt);
	}

	private @Nullable String placedAllTheSame(Receipt receipt) {
		Order order = order(receipt);
		return (order == null || order.isDead()) ? null : "%s of %s was seen refused".formatted(order, receipt);
	}

	private @Nullable Order order(Receipt receipt) {
		List<Order> made = madeBy(receipt);
		return made.isEmpty() ? null : made.getFirst();
	}

	private List<Order> madeBy(Receipt receipt) {
		return this.books.orders().stream().filter((order) -> order.form().equals(receipt.form())).toList();
	}

	private @Nullable String severalOrders(Receipt receipt) {
		Set<String> all = madeBy(receipt).stream().map(Order::id).collect(Collectors.toSet());
		all.addAll(receipt.orders());
		return (all.size() > 1) ? "%s made %s".formatted(receipt, all) : null;
	}

	private @Nullable String unasked(Order order) {
		return this.receipts.stream().anyMatch((receipt) -> receipt.form().equals(order.form())) ? null
				: order + " comes from a form nobody sent";
	}

	private @Nullable String notPaid(Order order) {
		Charge charge = this.charges.get(order.id());
		if (charge == null) {
			return order + " was never charged";
		}
		boolean exact = charge.net() == order.total() && charge.currency().equals(order.currency())
				&& charge.state().equals("ACCEPTED");
		return exact ? null : "%s costs %d %s and was paid %d %s (%s)".formatted(order, order.total(), order.currency(),
				charge.net(), charge.currency(), charge.state());
	}

	private @Nullable String costsSomething(Order order) {
		Charge charge = this.charges.get(order.id());
		if (charge == null || (charge.net() == 0 && !charge.isOpen())) {
			return null;
		}
		return "%s was paid %d (%s)".formatted(order, charge.net(), charge.state());
	}

	private @Nullable String tookOther(Order order) {
		Reservation reservation = this.reservations.get(order.id());
		if (reservation == null || !reservation.isTaken()) {
			return order + " took nothing";
		}
		if ((reservation.isHeld() && !order.mayHold()) || (reservation.isFulfilled() && !order.mayHaveLeft())) {
			return "the pieces of %s are %s".formatted(order, reservation.state());
		}
		return reservation.lines().equals(order.lines()) ? null
				: "%s has %s and took %s".formatted(order, order.lines(), reservation.lines());
	}

	private @Nullable String takenForNothing(Reservation reservation) {
		Order order = this.orders.get(reservation.order());
		return (!reservation.isTaken() || (order != null && order.isLive())) ? null
				: "%s are %s for %s".formatted(reservation.lines(), reservation.state(),
						(order != null) ? order : "an unknown order " + reservation.order());
	}

	private @Nullable String lostPieces(String product) {
		int before = this.firstStock.getOrDefault(product, 0);
		int now = left(product);
		int taken = taken().getOrDefault(product, 0);
		return (before == now + taken) ? null
				: "%s: %d before, now %d and %d taken".formatted(product, before, now, taken);
	}

	/**
	 * Pieces that are held or sent, by product.
	 */
	Map<String, Integer> taken() {
		Map<String, Integer> taken = new HashMap<>();
		this.books.reservations()
			.stream()
			.filter(Reservation::isTaken)
			.forEach((reservation) -> reservation.lines()
				.forEach((product, quantity) -> taken.merge(product, quantity, Integer::sum)));
		return taken;
	}

	/**
	 * A check that so many pieces of a product were sold and none is left.
	 */
	Check soldOut(String product, int pieces, int shoppers) {
		int sold = live().stream().mapToInt((order) -> order.lines().getOrDefault(product, 0)).sum();
		int left = left(product);
		List<String> wrong = new ArrayList<>();
		if (sold != pieces || left != 0) {
			wrong.add("%d sold, %d left".formatted(sold, left));
		}
		return new Check("%d shoppers at once for %d pieces buy exactly these".formatted(shoppers, pieces), shoppers,
				wrong);
	}

}
