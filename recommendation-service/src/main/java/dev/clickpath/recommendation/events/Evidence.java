package dev.clickpath.recommendation.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the stored events say for a product: counted when somebody asks, of people who did
 * something, not computed from the model's weights.
 */
@Repository
public class Evidence {

	private static final int PATIENCE = 2;

	private static final String TOGETHER = """
			with own as (
				select product, max(at) as at, bool_or(type = 'purchase') as bought, bool_or(type = 'basket') as chosen
				from event where visitor = :visitor and type <> 'search' and product <> :product
				group by product order by max(at) desc limit 10),
			fans as (
				select visitor, bool_or(type <> 'view') as wanted from (
					select visitor, type from event
					where product = :product and visitor <> :visitor and type <> 'search' limit 5000) as met
				group by visitor)
			select own.*, count(*) as visitors, count(*) filter (where fans.wanted and also.wanted) as buyers,
				count(*) filter (where fans.visitor like 'simulated-%') as simulated
			from own
			cross join lateral (
				select visitor, bool_or(type <> 'view') as wanted from (
					select visitor, type from event
					where product = own.product and visitor <> :visitor and type <> 'search' limit 5000) as met
				group by visitor) as also
			join fans on fans.visitor = also.visitor
			group by own.product, own.at, own.bought, own.chosen
			order by visitors desc, own.at desc limit 3""";

	private final JdbcClient jdbcClient;

	Evidence(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	/**
	 * Something the visitor did that others did as well who met the product.
	 *
	 * @param product what the visitor met
	 * @param kind the most they did with it
	 * @param at when they did anything with it the last time
	 * @param visitors how many others met both, of the 5,000 events looked at of each
	 * @param buyers how many of them wanted both: put them into the basket or bought them
	 * @param simulated how many of them are no people: shoppers that were made up so that
	 * the shop has a history
	 */
	public record Together(String product, EventType kind, Instant at, int visitors, int buyers, int simulated) {
	}

	/**
	 * How many visitors met a product.
	 *
	 * @param visitors all of them
	 * @param simulated how many of them are no people
	 */
	public record Met(int visitors, int simulated) {
	}

	/**
	 * What of the visitor's latest products speaks for a product, the most first, at most
	 * three.
	 */
	public List<Together> of(String visitor, String product) {
		return this.jdbcClient.sql(TOGETHER)
			.withQueryTimeout(PATIENCE)
			.param("visitor", visitor)
			.param("product", product)
			.query(Evidence::together)
			.list();
	}

	/**
	 * How many visitors met a product since a moment.
	 */
	public Met visitorsSince(String product, Instant since) {
		return this.jdbcClient.sql("""
				select count(distinct visitor) as visitors,
					count(distinct visitor) filter (where visitor like 'simulated-%') as simulated
				from event where product = ? and type <> 'search' and at > ?::timestamptz""")
			.withQueryTimeout(PATIENCE)
			.params(product, since.toString())
			.query((row, number) -> new Met(row.getInt("visitors"), row.getInt("simulated")))
			.single();
	}

	private static Together together(ResultSet row, int number) throws SQLException {
		EventType most = row.getBoolean("bought") ? EventType.PURCHASE
				: row.getBoolean("chosen") ? EventType.BASKET : EventType.VIEW;
		return new Together(row.getString("product"), most, row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getInt("visitors"), row.getInt("buyers"), row.getInt("simulated"));
	}

}
