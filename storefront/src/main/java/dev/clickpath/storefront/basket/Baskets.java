package dev.clickpath.storefront.basket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.storefront.chores.Chore;
import dev.clickpath.storefront.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The baskets of all visitors, in the database, so that they outlive every storefront.
 */
@Repository
public class Baskets implements Chore {

	/** The most different products in one basket. */
	static final int MOST_LINES = 100;

	/** The most of one product. */
	private static final int MOST_OF_ONE = 99;

	/**
	 * No click is under way for longer; afterwards the visitor's name is as any other.
	 */
	private static final String REMEMBERED = "10 minutes";

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	public Baskets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whose basket a visitor's is by now: a click may come while its visitor signs in, or
	 * be sent again afterwards. Nobody else changes it until the transaction ends.
	 */
	private String owner(String visitor) {
		lock(visitor);
		Optional<String> account = this.jdbc
			.sql("select account from joined_visitor where visitor = :visitor and at > now() - interval '%s'"
				.formatted(REMEMBERED))
			.param("visitor", visitor)
			.query(String.class)
			.optional();
		account.ifPresent(this::lock);
		return account.orElse(visitor);
	}

	/**
	 * What is in the visitor's basket, the latest first.
	 */
	public List<BasketLine> lines(String visitor) {
		return this.jdbc.sql("""
				select product, quantity, price, price_currency from basket_line where visitor = :visitor
				order by added_at desc, product
				""").param("visitor", visitor).query((row, number) -> line(row)).list();
	}

	/**
	 * How many things are in the visitor's basket.
	 */
	int count(String visitor) {
		return this.jdbc.sql("select coalesce(sum(quantity), 0)::integer from basket_line where visitor = :visitor")
			.param("visitor", visitor)
			.query(Integer.class)
			.single();
	}

	/**
	 * Adds to what is there already, but never beyond the most.
	 * @param quantity at least 1
	 * @param most how many of the product the basket may hold, 1 to 99
	 * @param price what one costs in the catalogue, which is remembered
	 */
	@Transactional
	public BasketChange add(String from, String product, int quantity, int most, Money price) {
		String visitor = owner(from);
		int wanted = quantity + this.jdbc.sql(
				"select coalesce(sum(quantity), 0)::integer from basket_line where visitor = :visitor and product = :product")
			.param("visitor", visitor)
			.param("product", product)
			.query(Integer.class)
			.single();
		int stored = this.jdbc.sql("""
				insert into basket_line (visitor, product, quantity, price, price_currency)
				select :visitor, :product, :quantity, :price, :currency
				where (select count(*) from basket_line where visitor = :visitor and product <> :product) < :lines
				on conflict (visitor, product) do update
				set quantity = excluded.quantity, price = excluded.price, price_currency = excluded.price_currency
				""")
			.param("visitor", visitor)
			.param("product", product)
			.param("quantity", Math.min(wanted, most))
			.param("price", price.amount())
			.param("currency", price.currency())
			.param("lines", MOST_LINES)
			.update();
		if (stored == 0) {
			return BasketChange.FULL;
		}
		return (wanted > most) ? BasketChange.LIMITED : BasketChange.DONE;
	}

	/**
	 * Puts what is in a visitor's basket into an account's, which holds the sum of both
	 * as far as a basket may: 99 of a product, and of too many products the latest. The
	 * visitor's is empty afterwards, so that doing it again changes nothing, and what is
	 * added to it a little later is added to the account's.
	 * @return how many things are in the account's basket now
	 */
	@Transactional
	public int join(String from, String visitor) {
		// An account is never a visitor that joins another, so all lock in one order.
		lock(from);
		lock(visitor);
		this.jdbc.sql("""
				insert into joined_visitor (visitor, account, at) values (:from, :visitor, now())
				on conflict (visitor) do update set account = excluded.account, at = excluded.at
				""").param("from", from).param("visitor", visitor).update();
		this.jdbc
			.sql("""
					with taken as (
						delete from basket_line where visitor = :from returning product, quantity, added_at, price, price_currency
					), ranked as (
						select taken.*, owned.product is not null as owned,
							row_number() over (partition by owned.product is null order by taken.added_at desc, taken.product) as place
						from taken left join basket_line owned on owned.visitor = :visitor and owned.product = taken.product
					)
					insert into basket_line as line (visitor, product, quantity, added_at, price, price_currency)
					select :visitor, product, quantity, added_at, price, price_currency from ranked
					where owned or place <= :lines - (select count(*) from basket_line where visitor = :visitor)
					on conflict (visitor, product) do update
					set quantity = least(:most, line.quantity + excluded.quantity), added_at = greatest(line.added_at, excluded.added_at)
					""")
			.param("from", from)
			.param("visitor", visitor)
			.param("lines", MOST_LINES)
			.param("most", MOST_OF_ONE)
			.update();
		return count(visitor);
	}

	/**
	 * Sets how many there are of a product that is in the basket already; of one that is
	 * not there, there stay none.
	 * @param quantity 1 to 99
	 */
	@Transactional
	void change(String from, String product, int quantity) {
		String visitor = owner(from);
		this.jdbc.sql("update basket_line set quantity = :quantity where visitor = :visitor and product = :product")
			.param("visitor", visitor)
			.param("product", product)
			.param("quantity", quantity)
			.update();
	}

	/**
	 * Takes so many of each product out of the basket, or as many as are in it.
	 */
	@Transactional
	public void takeOut(String visitor, Map<String, Integer> quantities) {
		lock(visitor);
		this.jdbc.sql("""
				with taken as (
					select product, quantity from unnest(:products, :quantities) as line (product, quantity)
				), gone as (
					delete from basket_line using taken
					where visitor = :visitor and basket_line.product = taken.product
						and basket_line.quantity <= taken.quantity
				)
				update basket_line set quantity = basket_line.quantity - taken.quantity from taken
				where visitor = :visitor and basket_line.product = taken.product
					and basket_line.quantity > taken.quantity
				""")
			.param("visitor", visitor)
			.param("products", quantities.keySet().toArray(String[]::new))
			.param("quantities", quantities.values().toArray(Integer[]::new))
			.update();
	}

	@Transactional
	void remove(String from, String product) {
		String visitor = owner(from);
		this.jdbc.sql("delete from basket_line where visitor = :visitor and product = :product")
			.param("visitor", visitor)
			.param("product", product)
			.update();
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	/**
	 * Forgets who joined whom, and what was put into the basket of a browser that has
	 * lost its cookie since, for no cookie lives longer.
	 */
	@Override
	public void run() {
		this.jdbc.sql("delete from joined_visitor where at < now() - interval '%s'".formatted(REMEMBERED)).update();
		this.jdbc.sql("""
				delete from basket_line line where added_at < now() - interval '1 year'
					and not exists (select from customer where customer.visitor = line.visitor)
				""").update();
	}

	private static BasketLine line(ResultSet row) throws SQLException {
		@Nullable String currency = row.getString("price_currency");
		return new BasketLine(row.getString("product"), row.getInt("quantity"),
				(currency != null) ? new Money(row.getLong("price"), currency) : null);
	}

	/** Two clicks at once must not both find room for the last line. */
	private void lock(String visitor) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:visitor, 0))")
			.param("visitor", visitor)
			.query((rs, row) -> true)
			.single();
	}

}
