package dev.clickpath.catalog.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.catalog.reservation.Reservation.State;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The reservations in the database.
 */
@Repository
class ReservationTable {

	private static final String INSERT = """
			with inserted as (insert into reservation (order_id, state, held_at) values (?, 'held', now()) \
			on conflict do nothing returning order_id) \
			insert into reservation_line (order_id, product, quantity) \
			select order_id, product, quantity from inserted, unnest(?::text[], ?::int[]) as line (product, quantity)""";

	private static final String RELEASE = """
			insert into reservation (order_id, state, released_at) values (?, 'released', now()) \
			on conflict (order_id) do update set state = excluded.state, released_at = excluded.released_at \
			where reservation.state = 'held'""";

	private static final String FULFIL = """
			update reservation set state = 'fulfilled', fulfilled_at = now() where order_id = ? and state = 'held'""";

	private static final String COLUMNS = """
			select order_id, state, held_at, released_at, fulfilled_at, product, quantity from\s""";

	private static final String FIND = COLUMNS + """
			reservation left join reservation_line using (order_id) where order_id = ? order by product""";

	private static final String PAGE = COLUMNS + """
			(select * from reservation where state = ? and order_id > ? order by order_id limit ?) reservation \
			left join reservation_line using (order_id) order by order_id, product""";

	private final JdbcClient jdbcClient;

	ReservationTable(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	/**
	 * Notes what an order is to hold, unless something is known of it; whoever is at the
	 * same order is waited for.
	 * @return whether nothing was known
	 */
	boolean insert(String order, Map<String, Integer> quantities) {
		return this.jdbcClient.sql(INSERT)
			.params(order, quantities.keySet().toArray(String[]::new), quantities.values().toArray(Integer[]::new))
			.update() > 0;
	}

	/**
	 * Notes that the order holds nothing any more, or never will, unless it is fulfilled.
	 * @return whether that is new
	 */
	boolean release(String order) {
		return this.jdbcClient.sql(RELEASE).param(order).update() > 0;
	}

	/**
	 * Notes that what the order holds has been sent.
	 * @return whether it held anything until now
	 */
	boolean fulfil(String order) {
		return this.jdbcClient.sql(FULFIL).param(order).update() > 0;
	}

	Optional<Reservation> find(String order) {
		return this.jdbcClient.sql(FIND).param(order).query(ReservationTable::reservations).stream().findFirst();
	}

	/**
	 * Those after an order, in the order of their ids.
	 */
	List<Reservation> page(State state, String after, int limit) {
		return this.jdbcClient.sql(PAGE)
			.params(state.name().toLowerCase(Locale.ROOT), after, limit)
			.query(ReservationTable::reservations);
	}

	/** A row a line; the rows of an order stand together. */
	private static List<Reservation> reservations(ResultSet rows) throws SQLException {
		List<Reservation> reservations = new ArrayList<>();
		List<Line> lines = new ArrayList<>();
		while (rows.next()) {
			String order = rows.getString("order_id");
			if (reservations.isEmpty() || !reservations.getLast().order().equals(order)) {
				lines = new ArrayList<>();
				reservations.add(new Reservation(order, State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
						lines, instant(rows, "held_at"), instant(rows, "released_at"), instant(rows, "fulfilled_at")));
			}
			String product = rows.getString("product");
			if (product != null) {
				lines.add(new Line(product, rows.getInt("quantity")));
			}
		}
		return reservations;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
