package dev.clickpath.recommendation.learning;

import java.util.Optional;
import java.util.function.Supplier;

import dev.clickpath.recommendation.training.Recipe;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The recipe that all instances share.
 */
@Repository
class Recipes {

	/** Any number will do, as long as nothing else in this database locks it. */
	private static final long LOCK = 8_103;

	private final JdbcClient jdbcClient;

	private final TransactionOperations transaction;

	Recipes(JdbcClient jdbcClient, TransactionOperations transaction) {
		this.jdbcClient = jdbcClient;
		this.transaction = transaction;
	}

	Optional<Recipe> latest() {
		return this.jdbcClient.sql("select parts, gain, events from recipe")
			.query((row, number) -> Recipe.of(row.getString("parts"), row.getDouble("gain"), row.getInt("events")))
			.optional();
	}

	/**
	 * Finds a new one and keeps it, unless another instance is at it, which is not waited
	 * for.
	 */
	Optional<Recipe> renew(Supplier<Recipe> search) {
		return this.transaction.execute((status) -> {
			boolean alone = this.jdbcClient.sql("select pg_try_advisory_xact_lock(?)")
				.param(LOCK)
				.query(Boolean.class)
				.single();
			return alone ? Optional.of(keep(search.get())) : Optional.empty();
		});
	}

	private Recipe keep(Recipe recipe) {
		this.jdbcClient.sql("""
				insert into recipe (parts, gain, events) values (?, ?, ?)
				on conflict ("only") do update
				set parts = excluded.parts, gain = excluded.gain, events = excluded.events, found = now()""")
			.params(recipe.text(), recipe.gain(), recipe.events())
			.update();
		return recipe;
	}

}
