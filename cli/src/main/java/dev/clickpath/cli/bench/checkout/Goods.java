package dev.clickpath.cli.bench.checkout;

import java.sql.SQLException;
import java.util.List;

import dev.clickpath.cli.shopping.Database;

/**
 * What is bought, of which there is enough for all.
 */
final class Goods {

	private static final int PLENTY = 1_000_000;

	private static final int DIFFERENT = 200;

	private Goods() {
	}

	/**
	 * Fills up the stock.
	 * @return the paths of the products' pages
	 */
	static List<String> plenty(Database catalog) throws SQLException {
		catalog.update("""
				update product set stock = ?, supply = supply + ? - stock
				where id in (select id from product order by md5(id) fetch first ? rows only)""", PLENTY, PLENTY,
				DIFFERENT);
		return catalog.list("select id, slug from product where stock = %d order by id".formatted(PLENTY),
				(row) -> "/products/%s/%s".formatted(row.getString(1), row.getString(2)));
	}

}
