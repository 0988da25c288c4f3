package dev.clickpath.cli.faults.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.clickpath.cli.faults.checkout.Books.Charge;
import dev.clickpath.cli.faults.checkout.Books.Order;
import dev.clickpath.cli.faults.checkout.Books.Reservation;
import dev.clickpath.cli.shopping.Database;

/**
 * Reads the books where they are kept.
 *
 * @param storefront has orders and charges
 * @param catalog has stock and reservations
 */
record Archives(Database storefront, Database catalog) {

	private static final String HALF_WAY = """
			select count(*) from orders
			where state not in ('PLACED', 'PACKED', 'SENT', 'DELIVERED', 'DECLINED', 'RELEASED', 'ABANDONED', 'CANCELLED')""";

	private static final String CHARGES = """
			select charge.key, state, count(booking.id) filter (where kind = 'CHARGED') as charged,
				coalesce(sum(case kind when 'CHARGED' then booking.amount else -booking.amount end), 0) as net,
				coalesce(max(booking.currency), '') as currency
			from payment_provider.charge left join payment_provider.booking using (key) group by charge.key, state""";

	/**
	 * How many orders are neither placed nor over.
	 */
	long halfWay() throws SQLException {
		return this.storefront.list(HALF_WAY, (row) -> row.getLong(1)).getFirst();
	}

	Books read() throws SQLException {
		return new Books(orders(), this.storefront.list(CHARGES, Archives::charge), reservations(), stock());
	}

	Map<String, Integer> stock() throws SQLException {
		return quantities(this.catalog.list("select id, stock - owed from product",
				(row) -> Map.entry(row.getString(1), row.getInt(2))));
	}

	private List<Order> orders() throws SQLException {
		Map<String, Map<String, Integer>> lines = lines(this.storefront,
				"select order_id, product, quantity from order_line");
		return this.storefront.list("select id, form_key, state, total, currency from orders",
				(row) -> new Order(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
						row.getString(5), lines.getOrDefault(row.getString(1), Map.of())));
	}

	private static Charge charge(ResultSet row) throws SQLException {
		return new Charge(row.getString("key"), row.getString("state"), row.getInt("charged"), row.getLong("net"),
				row.getString("currency"));
	}

	private List<Reservation> reservations() throws SQLException {
		Map<String, Map<String, Integer>> lines = lines(this.catalog,
				"select order_id, product, quantity from reservation_line");
		return this.catalog.list("select order_id, state from reservation", (row) -> new Reservation(row.getString(1),
				row.getString(2), lines.getOrDefault(row.getString(1), Map.of())));
	}

	private static Map<String, Map<String, Integer>> lines(Database database, String sql) throws SQLException {
		Map<String, Map<String, Integer>> lines = new HashMap<>();
		database.list(sql, (row) -> Map.entry(row.getString(1), Map.entry(row.getString(2), row.getInt(3))))
			.forEach((line) -> lines.computeIfAbsent(line.getKey(), (order) -> new TreeMap<>())
				.merge(line.getValue().getKey(), line.getValue().getValue(), Integer::sum));
		return lines;
	}

	private static Map<String, Integer> quantities(List<Map.Entry<String, Integer>> rows) {
		return rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
