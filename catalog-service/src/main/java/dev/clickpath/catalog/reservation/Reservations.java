package dev.clickpath.catalog.reservation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.clickpath.catalog.product.Stock;
import dev.clickpath.catalog.reservation.OutOfStockException.Shortage;
import dev.clickpath.catalog.reservation.Reservation.State;
import dev.clickpath.catalog.step.Steps;

import org.springframework.stereotype.Component;

/**
 * Takes pieces off the stock for orders until they are sent or given back. Each step is
 * one transaction, so that it is done or not done, and repeating it does nothing more,
 * whoever died meanwhile.
 * <p>
 * Every transaction locks its reservation first and then the products in the order of
 * their ids: no two ever wait for each other.
 */
@Component
class Reservations {

	private final ReservationTable table;

	private final Stock stock;

	private final Steps steps;

	Reservations(ReservationTable table, Stock stock, Steps steps) {
		this.table = table;
		this.stock = stock;
		this.steps = steps;
	}

	/**
	 * Takes all pieces for the order or, when there are not enough, none. Repeated for
	 * the same lines it takes nothing more.
	 * @throws OutOfStockException if there are not enough
	 * @throws ReservationDiffersException if the order holds something else
	 * @throws ReservationReleasedException if the order was released
	 */
	Reservation hold(String order, Collection<Line> lines) {
		Map<String, Integer> wanted = quantities(lines);
		return this.steps.take(() -> {
			if (this.table.insert(order, wanted)) {
				take(wanted);
			}
			return heldFor(wanted, this.table.find(order).orElseThrow());
		});
	}

	private void take(Map<String, Integer> wanted) {
		Map<String, Integer> available = this.stock.lock(wanted.keySet());
		List<Shortage> shortages = wanted.entrySet()
			.stream()
			.map((line) -> new Shortage(line.getKey(), line.getValue(), available.getOrDefault(line.getKey(), 0)))
			.filter((line) -> line.wanted() > line.available())
			.toList();
		if (!shortages.isEmpty()) {
			throw new OutOfStockException(shortages);
		}
		this.stock.take(wanted);
	}

	private static Reservation heldFor(Map<String, Integer> wanted, Reservation reservation) {
		if (reservation.state() == State.RELEASED) {
			throw new ReservationReleasedException(reservation.order());
		}
		if (!quantities(reservation.lines()).equals(wanted)) {
			throw new ReservationDiffersException(reservation.order());
		}
		return reservation;
	}

	private static Map<String, Integer> quantities(Collection<Line> lines) {
		Map<String, Integer> quantities = new TreeMap<>();
		lines.forEach((line) -> quantities.put(line.product(), line.quantity()));
		return quantities;
	}

	/**
	 * Gives the order's pieces back, once. An order that is not known counts as released
	 * from then on, so that a request to hold that comes late takes nothing.
	 * @throws ReservationFulfilledException if they have been sent
	 */
	void release(String order) {
		this.steps.take(() -> {
			boolean released = this.table.release(order);
			Reservation reservation = this.table.find(order).orElseThrow();
			if (reservation.state() == State.FULFILLED) {
				throw new ReservationFulfilledException(order);
			}
			if (released && !reservation.lines().isEmpty()) {
				this.stock.giveBack(quantities(reservation.lines()));
			}
			return reservation;
		});
	}

	/**
	 * Settles what the order holds, once: its pieces have left for good.
	 * @throws ReservationNotFoundException if nothing is known of the order
	 * @throws ReservationReleasedException if the order was released
	 */
	void fulfil(String order) {
		this.steps.take(() -> {
			boolean fulfilled = this.table.fulfil(order);
			// What is held only since then was not known yet.
			Reservation reservation = this.table.find(order)
				.filter((known) -> known.state() != State.HELD)
				.orElseThrow(() -> new ReservationNotFoundException(order));
			if (reservation.state() == State.RELEASED) {
				throw new ReservationReleasedException(order);
			}
			if (fulfilled) {
				this.stock.send(quantities(reservation.lines()));
			}
			return reservation;
		});
	}

	Optional<Reservation> find(String order) {
		return this.table.find(order);
	}

	List<Reservation> page(State state, String after, int limit) {
		return this.table.page(state, after, limit);
	}

}
