package dev.clickpath.catalog.importing;

import java.util.List;

import dev.clickpath.catalog.feed.FeedShelves;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the rows that were put aside the catalogue's products, within one transaction.
 * Nobody waits for it who only looks. Who buys waits while a product that is bought is
 * being changed: those are locked late, and in the order of their ids like by everybody.
 */
final class Merge {

	/**
	 * What is new or different, as whole products. Its picture a product keeps as long as
	 * nothing speaks for another one. Pieces that orders hold stay taken off.
	 */
	private static final String MERGED = """
			create temp table feed_merged on commit drop as \
			select f.id, f.slug, f.title, f.brand, f.department, f.category, f.currency, f.price, f.old_price, \
			coalesce(p.ratings, '{0,0,0,0,0}') as ratings, \
			greatest(coalesce(p.stock - p.owed - p.supply, 0) + f.quantity, 0) as stock, f.quantity as supply, \
			case when p.category = f.category and p.image_link is not distinct from f.image_link then p.picture \
			else f.picture end as picture, f.description, f.attributes, f.image_link, \
			coalesce(p.family, 'own:' || f.id) as family, coalesce(p.variant, 0) as variant, \
			coalesce(p.label, '') as label, p.colour, coalesce(p.popularity, 0) as popularity, \
			coalesce(p.launched, current_date) as launched, p.id is null as added \
			from feed_row f left join public.product p using (id) where p.id is null or \
			(p.slug, p.title, p.brand, p.department, p.category, p.currency, p.price, p.old_price, p.supply, \
			p.description, p.attributes, p.image_link) is distinct from \
			(f.slug, f.title, f.brand, f.department, f.category, f.currency, f.price, f.old_price, f.quantity, \
			f.description, f.attributes, f.image_link)""";

	private static final String GONE = """
			create temp table feed_gone on commit drop as select id from public.product \
			where ? and not exists (select from feed_row where feed_row.id = product.id)""";

	private static final String COLUMNS = """
			id, slug, title, brand, department, category, currency, price, old_price, ratings, stock, supply, \
			picture, description, attributes, image_link, family, variant, label, colour, popularity, launched""";

	/** On this connection its name hides that of the table. */
	private static final String NEXT = "create temp view product as select " + COLUMNS + """
			 from public.product where not exists (select from feed_merged where feed_merged.id = product.id) \
			and not exists (select from feed_gone where feed_gone.id = product.id) \
			union all select\s""" + COLUMNS + " from feed_merged";

	private static final String HELD_OF_ADDED = """
			select product, sum(quantity) as quantity from reservation_line join reservation using (order_id) \
			where state = 'held' and product in (select id from feed_merged where added) group by product""";

	private static final String TAKE_OFF_WHAT_IS_HELD = "with held as (" + HELD_OF_ADDED + """
			), taken as (update public.product set stock = greatest(stock - held.quantity, 0), \
			owed = greatest(held.quantity - stock, 0) from held where id = held.product returning id) \
			insert into product_change (product, changed_by) select id, pg_current_xact_id() from taken order by id \
			on conflict (product) do update set changed_by = excluded.changed_by""";

	private static final String LOCK = """
			select count(*) from (select id from public.product where id in \
			(select id from feed_merged where not added union all select id from feed_gone) \
			order by id for update) locked""";

	private static final String CHANGE = """
			with changed as (update public.product p set slug = m.slug, title = m.title, brand = m.brand, \
			department = m.department, category = m.category, currency = m.currency, price = m.price, \
			old_price = m.old_price, stock = greatest(p.stock - p.owed - p.supply + m.supply, 0), \
			owed = greatest(p.owed - p.stock + p.supply - m.supply, 0), supply = m.supply, \
			picture = m.picture, description = m.description, attributes = m.attributes, image_link = m.image_link \
			from feed_merged m where p.id = m.id and not m.added \
			returning p.id, (new.stock > 0) <> (m.stock > 0) as turned) \
			insert into product_change (product, changed_by) \
			select id, pg_current_xact_id() from changed where turned or ? order by id \
			on conflict (product) do update set changed_by = excluded.changed_by""";

	private static final String NOTE_OTHERS = """
			insert into product_change (product, changed_by) select id, pg_current_xact_id() from \
			(select id from feed_merged where added union all select id from feed_gone) others order by id \
			on conflict (product) do update set changed_by = excluded.changed_by""";

	private static final String RATED = """
			update public.product set ratings = array(select coalesce(given.times, 0) \
			from generate_series(1, 5) stars left join (select stars, count(*)::int as times from review \
			where review.product = product.id and author is not null group by stars) given using (stars) \
			order by stars) where id in (select id from feed_merged where added) \
			and id in (select product from review where author is not null)""";

	private static final String COUNTS = """
			select (select count(*) from feed_row) as usable, \
			(select count(*) from feed_merged where added) as added, \
			(select count(*) from feed_merged where not added) as changed, \
			(select count(*) from feed_gone) as removed, (select count(*) from public.product) as before""";

	private final JdbcClient jdbcClient;

	private final ShelfTable shelfTable;

	Merge(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
		this.shelfTable = new ShelfTable(jdbcClient);
	}

	/**
	 * What a feed changes.
	 *
	 * @param usable rows of it
	 * @param before how many products there were
	 */
	record Counts(long usable, long added, long changed, long removed, long before) {

		long touched() {
			return this.added + this.changed + this.removed;
		}

		long unchanged() {
			return this.usable - this.added - this.changed;
		}

		long after() {
			return this.before + this.added - this.removed;
		}

	}

	/**
	 * Finds out what is to be done.
	 * @param replace whether products that the feed does not have go
	 */
	Counts compare(boolean replace) {
		this.jdbcClient.sql(MERGED).update();
		this.jdbcClient.sql(GONE).param(replace).update();
		this.jdbcClient.sql("analyze feed_merged, feed_gone").update();
		return this.jdbcClient.sql(COUNTS)
			.query((row, number) -> new Counts(row.getLong("usable"), row.getLong("added"), row.getLong("changed"),
					row.getLong("removed"), row.getLong("before")))
			.single();
	}

	/**
	 * The categories that will have products.
	 */
	List<String> categories() {
		return this.jdbcClient.sql("select distinct category from feed_row")
			.query((row, number) -> row.getString("category"))
			.list();
	}

	/**
	 * Makes the products on this connection those that will be.
	 */
	void lookAhead(Runnable look) {
		this.jdbcClient.sql(NEXT).update();
		look.run();
		this.jdbcClient.sql("drop view pg_temp.product").update();
	}

	/**
	 * Changes the products.
	 * @param shelves those that there will be
	 * @param note whether to note each product that changes; otherwise the whole index is
	 * made anew
	 */
	void write(FeedShelves shelves, boolean note) {
		this.shelfTable.putUp(shelves.departments(), shelves.categories());
		add();
		this.jdbcClient.sql(LOCK).query(Long.class).single();
		this.jdbcClient.sql(CHANGE).param(note).update();
		this.jdbcClient.sql("delete from review where author is null and product in (select id from feed_gone)")
			.update();
		this.jdbcClient.sql("delete from public.product where id in (select id from feed_gone)").update();
		rate();
		if (note) {
			this.jdbcClient.sql(NOTE_OTHERS).update();
		}
		this.shelfTable.takeDown(shelves.departments(), shelves.categories());
	}

	/**
	 * Nobody knows of the new products before the transaction is over. Of those that were
	 * here before, orders may hold pieces, and give them back just now: they wait.
	 */
	private void add() {
		this.jdbcClient
			.sql("insert into public.product (" + COLUMNS + ") select " + COLUMNS
					+ " from feed_merged where added order by id")
			.update();
		if (!this.jdbcClient.sql(HELD_OF_ADDED + " limit 1").query().listOfRows().isEmpty()) {
			this.jdbcClient.sql("lock table reservation in share mode").update();
			this.jdbcClient.sql(TAKE_OFF_WHAT_IS_HELD).update();
		}
	}

	/**
	 * Whoever writes a review locks its product first, and this comes after that, too.
	 */
	private void rate() {
		if (!this.jdbcClient.sql(
				"select 1 from review where author is not null and product in (select id from feed_merged where added) limit 1")
			.query()
			.listOfRows()
			.isEmpty()) {
			this.jdbcClient.sql("lock table review in share mode").update();
			this.jdbcClient.sql(RATED).update();
		}
	}

}
