package dev.clickpath.catalog.product;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which products changed in a way that searching must know of, kept in the database, so
 * that every instance learns of what any of them did, however long it was cut off.
 * <p>
 * A position is a transaction's number below which all were over when it was taken.
 * Transactions end in another order than they begin, so what is read from a position on
 * may have been read before, but nothing is ever missed.
 */
@Repository
public class ProductChanges {

	private static final String NOTE = """
			insert into product_change (product, changed_by) \
			select id, pg_current_xact_id() from unnest(?::text[]) as changed (id) order by id \
			on conflict (product) do update set changed_by = excluded.changed_by""";

	private static final String SINCE = """
			select now.position, product, changed_by::text::bigint as changed_by \
			from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as position) now \
			left join product_change on changed_by >= ?::text::xid8""";

	private final JdbcClient jdbcClient;

	ProductChanges(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	/**
	 * Changes of some products.
	 *
	 * @param position where to read on
	 * @param transactions the number of the last transaction that changed it, by product
	 */
	public record Batch(long position, Map<String, Long> transactions) {

	}

	/**
	 * Notes that the current transaction changes the products, which it must have locked.
	 */
	void note(Collection<String> products) {
		if (!products.isEmpty()) {
			this.jdbcClient.sql(NOTE).param(products.toArray(String[]::new)).update();
		}
	}

	/**
	 * Where to read on for all that happens from now on.
	 */
	public long position() {
		return this.jdbcClient.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
			.query(Long.class)
			.single();
	}

	public Batch since(long position) {
		return this.jdbcClient.sql(SINCE).param(Long.toString(position)).query((rows) -> {
			long next = position;
			Map<String, Long> transactions = new HashMap<>();
			while (rows.next()) {
				next = rows.getLong("position");
				String product = rows.getString("product");
				if (product != null) {
					transactions.put(product, rows.getLong("changed_by"));
				}
			}
			return new Batch(next, Map.copyOf(transactions));
		});
	}

}
