package dev.clickpath.catalog.product;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ratings of the products in the database; mean and count follow them there.
 */
@Repository
public class ProductRatings {

	private final JdbcClient jdbcClient;

	private final ProductChanges changes;

	ProductRatings(JdbcClient jdbcClient, ProductChanges changes) {
		this.jdbcClient = jdbcClient;
		this.changes = changes;
	}

	/**
	 * Those of a product, empty when it does not exist.
	 */
	public Optional<Ratings> find(String product) {
		return read("select ratings from product where id = ?", product);
	}

	/**
	 * The same, and nobody else changes the product until the transaction is over.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Ratings> lock(String product) {
		return read("select ratings from product where id = ? for no key update", product);
	}

	private Optional<Ratings> read(String sql, String product) {
		return this.jdbcClient.sql(sql).param(product).query((row, number) -> Products.ratings(row)).optional();
	}

	/**
	 * Replaces those of a product that is locked.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change(String product, Ratings ratings) {
		this.jdbcClient.sql("update product set ratings = ? where id = ?")
			.params(ratings.counts().toArray(Integer[]::new), product)
			.update();
		this.changes.note(List.of(product));
	}

}
