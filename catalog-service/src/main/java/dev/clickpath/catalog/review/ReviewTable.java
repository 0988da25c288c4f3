package dev.clickpath.catalog.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import dev.clickpath.catalog.product.Ratings;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The reviews in the database.
 */
@Repository
class ReviewTable {

	private static final String COLUMNS = "id, name, stars, title, text, bought, language, written_at, changed_at";

	private static final String SAVE = """
			insert into review (product, author, name, stars, title, text, bought, language, written_at) \
			values (?, ?, ?, ?, ?, ?, ?, ?, now()) on conflict (product, author) do update \
			set name = excluded.name, stars = excluded.stars, title = excluded.title, text = excluded.text, \
			bought = excluded.bought, language = excluded.language, changed_at = now() returning\s""" + COLUMNS;

	private static final String COUNTS = """
			select array(select count(review.stars)::int from generate_series(1, 5) given \
			left join review on review.stars = given and product = ? group by given order by given) as ratings""";

	private final JdbcClient jdbcClient;

	ReviewTable(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	Optional<Review> find(String product, String author) {
		return this.jdbcClient.sql("select " + COLUMNS + " from review where product = ? and author = ?")
			.params(product, author)
			.query((row, number) -> review(row))
			.optional();
	}

	/**
	 * Writes a review, or puts it in the place of what the author wrote before.
	 */
	Review save(String product, String author, Opinion opinion) {
		return this.jdbcClient.sql(SAVE)
			.params(product, author, opinion.name(), opinion.stars(), opinion.title(), opinion.text(), opinion.bought(),
					opinion.language())
			.query((row, number) -> review(row))
			.single();
	}

	/**
	 * Takes a review back.
	 * @return the stars of what was there
	 */
	Optional<Integer> delete(String product, String author) {
		return this.jdbcClient.sql("delete from review where product = ? and author = ? returning stars")
			.params(product, author)
			.query(Integer.class)
			.optional();
	}

	/**
	 * How many wrote something, by the stars they gave.
	 */
	Ratings written(String product) {
		return this.jdbcClient.sql(COUNTS)
			.param(product)
			.query((row, number) -> new Ratings(List.of((Integer[]) row.getArray("ratings").getArray())))
			.single();
	}

	/**
	 * Some reviews of a product, in order.
	 * @param stars those who gave so many, or null for all
	 * @param page from 1
	 */
	List<Review> page(String product, @Nullable Integer stars, Sort sort, int page, int size) {
		String sql = "select " + COLUMNS + " from review where product = ?" + ((stars != null) ? " and stars = ?" : "")
				+ " order by " + sort.sql() + " limit ? offset ?";
		JdbcClient.StatementSpec query = this.jdbcClient.sql(sql).param(product);
		if (stars != null) {
			query = query.param(stars);
		}
		return query.param(size).param((page - 1) * size).query((row, number) -> review(row)).list();
	}

	private static Review review(ResultSet row) throws SQLException {
		OffsetDateTime changed = row.getObject("changed_at", OffsetDateTime.class);
		return new Review(row.getLong("id"), row.getString("name"), row.getInt("stars"), row.getString("title"),
				row.getString("text"), row.getBoolean("bought"), row.getString("language"),
				row.getObject("written_at", OffsetDateTime.class).toInstant(),
				(changed != null) ? changed.toInstant() : null);
	}

}
