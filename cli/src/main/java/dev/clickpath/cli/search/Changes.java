package dev.clickpath.cli.search;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.Problem;

/**
 * Changes prices in the database, as any instance may, and looks when searches tell.
 */
final class Changes {

	private static final int TIMES = 15;

	private static final long PATIENCE = 10_000_000_000L;

	private static final String CHANGE = """
			with changed as (update product set price = ?, old_price = null where id = ? returning id) \
			insert into product_change (product, changed_by) select id, pg_current_xact_id() from changed \
			on conflict (product) do update set changed_by = excluded.changed_by returning product""";

	private final Database database;

	private final ShopSearch search;

	Changes(Database database, ShopSearch search) {
		this.database = database;
		this.search = search;
	}

	/**
	 * How long it took each time, in milliseconds.
	 */
	List<Double> millisToSee() {
		List<Double> millis = new ArrayList<>();
		for (String id : this.database.column("select id from product order by md5(id || 'x') limit ?", TIMES)) {
			long price = 123_456_700L + millis.size();
			long start = System.nanoTime();
			this.database.column(CHANGE, price, id);
			while (!isSeen(id, price)) {
				if (System.nanoTime() - start > PATIENCE) {
					throw new Problem("A changed price is not seen after ten seconds; see the catalogue's log.");
				}
			}
			millis.add((System.nanoTime() - start) / 1e6);
		}
		return millis;
	}

	private boolean isSeen(String id, long price) {
		return this.search.json("/search?price-min=%d&price-max=%d".formatted(price, price))
			.get("products")
			.valueStream()
			.anyMatch((product) -> product.get("id").asString().equals(id));
	}

}
