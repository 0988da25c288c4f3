package dev.clickpath.storefront.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Placed orders that the recommendation service is yet to be told of: noted when they are
 * placed, in the same statement, so that none is ever forgotten.
 */
@Repository
class UntoldPurchases {

	/** Another storefront takes over what was not told in this time. */
	private static final Duration LEASE = Duration.ofSeconds(30);

	private final JdbcClient jdbc;

	UntoldPurchases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One that is due, for a while in nobody else's hands.
	 *
	 * @param at when it was ordered: told again it is the same purchase
	 * @param products what was bought; nothing when the order was cancelled meanwhile
	 * @param tries how often it was begun, this time included
	 */
	record Purchase(UUID order, String visitor, Instant at, List<String> products, int tries) {
	}

	Optional<Purchase> take() {
		return this.jdbc.sql("""
				with taken as (
					update untold_purchase set due_at = now() + :lease * interval '1 ms', tries = tries + 1
					where order_id = (select order_id from untold_purchase where due_at <= now()
						order by due_at limit 1 for update skip locked)
					returning order_id, tries
				)
				select o.id, o.visitor, o.received_at, taken.tries,
					array(select distinct product from order_line l where l.order_id = o.id and o.state <> 'CANCELLED'
						and o.state <> 'UNDOING' order by product) as products
				from taken join orders o on o.id = taken.order_id
				""").param("lease", LEASE.toMillis()).query((row, number) -> purchase(row)).optional();
	}

	private static Purchase purchase(ResultSet row) throws SQLException {
		return new Purchase(row.getObject("id", UUID.class), row.getString("visitor"),
				OrderRows.instant(row, "received_at"), List.of((String[]) row.getArray("products").getArray()),
				row.getInt("tries"));
	}

	void done(Purchase purchase) {
		this.jdbc.sql("delete from untold_purchase where order_id = :order").param("order", purchase.order()).update();
	}

	void putOff(Purchase purchase, Duration pause) {
		this.jdbc.sql("update untold_purchase set due_at = now() + :pause * interval '1 ms' where order_id = :order")
			.param("pause", pause.toMillis())
			.param("order", purchase.order())
			.update();
	}

}
