package dev.clickpath.catalog.loading;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database says of where its products come from.
 */
public final class CatalogueMark {

	/** Any number will do, as long as nothing else in this database locks it. */
	private static final long LOCK = 4_990;

	private final JdbcClient jdbcClient;

	public CatalogueMark(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	/**
	 * Makes sure that nobody else replaces the catalogue before the transaction is over.
	 */
	public void lock() {
		this.jdbcClient.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
		});
	}

	/**
	 * Tells the catalogue that is loaded from any that was or will be.
	 */
	public String read() {
		return this.jdbcClient.sql("select fingerprint || ' at ' || loaded_at from catalogue_load")
			.query(String.class)
			.optional()
			.orElse("");
	}

	/**
	 * Notes that a feed has changed the products: from then on they are somebody's own.
	 * @param anew whether so much that the catalogue counts as another one
	 */
	public void fed(long products, boolean anew) {
		this.jdbcClient.sql("""
				update catalogue_load set fed_at = clock_timestamp(), products = ?, \
				loaded_at = case when ? then clock_timestamp() else loaded_at end""").params(products, anew).update();
	}

	boolean isLoaded(String fingerprint) {
		return this.jdbcClient.sql("select fed_at is not null or fingerprint = ? from catalogue_load")
			.param(fingerprint)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

}
