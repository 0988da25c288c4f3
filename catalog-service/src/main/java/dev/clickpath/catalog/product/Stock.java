package dev.clickpath.catalog.product;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many pieces of each product can be sold. Whoever changes that locks the products
 * first, always in the order of their ids, so that no two wait for each other.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Stock {

	private static final String LOCK = """
			select id, stock from product where id = any(?::text[]) order by id for no key update""";

	private static final String TAKE = """
			update product set stock = stock - quantity \
			from unnest(?::text[], ?::int[]) as taken (of_product, quantity) where id = of_product returning id, \
			new.stock = 0 as turned""";

	/** Pieces that the catalogue of now never had settle what it owes. */
	private static final String GIVE_BACK = """
			update product set stock = stock + greatest(quantity - owed, 0), owed = greatest(owed - quantity, 0) \
			from unnest(?::text[], ?::int[]) as given (of_product, quantity) where id = of_product returning id, \
			old.stock = 0 and new.stock > 0 as turned""";

	/** Where the catalogue gives fewer than that, it has none left and owed the rest. */
	private static final String SEND = """
			update product set supply = greatest(supply - quantity, 0), \
			owed = greatest(owed - greatest(quantity - supply, 0), 0) \
			from unnest(?::text[], ?::int[]) as sent (of_product, quantity) where id = of_product returning id, \
			false as turned""";

	private final JdbcClient jdbcClient;

	private final ProductChanges changes;

	Stock(JdbcClient jdbcClient, ProductChanges changes) {
		this.jdbcClient = jdbcClient;
		this.changes = changes;
	}

	/**
	 * How many there are of each of the products that exist. Nobody else changes that
	 * until the transaction is over.
	 */
	public Map<String, Integer> lock(Collection<String> products) {
		return this.jdbcClient.sql(LOCK).param(products.toArray(String[]::new)).query((rows) -> {
			Map<String, Integer> stock = new HashMap<>();
			while (rows.next()) {
				stock.put(rows.getString("id"), rows.getInt("stock"));
			}
			return stock;
		});
	}

	/**
	 * Takes pieces of products that are locked and have that many.
	 */
	public void take(Map<String, Integer> quantities) {
		change(TAKE, quantities);
	}

	/**
	 * Gives pieces back of those of the products that still exist.
	 */
	public void giveBack(Map<String, Integer> quantities) {
		lock(quantities.keySet());
		change(GIVE_BACK, quantities);
	}

	/**
	 * Takes pieces that were held, of those of the products that still exist, off what
	 * the catalogue gives: a feed states them no longer. As many can be sold as before.
	 */
	public void send(Map<String, Integer> quantities) {
		lock(quantities.keySet());
		change(SEND, quantities);
	}

	/** What is sold out from now on, or not any more, is found by other searches. */
	private void change(String sql, Map<String, Integer> quantities) {
		List<String> products = List.copyOf(quantities.keySet());
		Integer[] pieces = products.stream().map(quantities::get).toArray(Integer[]::new);
		List<String> turned = this.jdbcClient.sql(sql)
			.params(products.toArray(String[]::new), pieces)
			.query((row, number) -> row.getBoolean("turned") ? row.getString("id") : "")
			.list();
		this.changes.note(turned.stream().filter((id) -> !id.isEmpty()).toList());
	}

}
