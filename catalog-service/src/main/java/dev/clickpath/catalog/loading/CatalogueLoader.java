package dev.clickpath.catalog.loading;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import dev.clickpath.catalog.seed.Assortment;
import dev.clickpath.catalog.seed.Catalogue;
import dev.clickpath.catalog.seed.CatalogueFiles;
import dev.clickpath.catalog.seed.CatalogueReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills the database with the catalogue of the data files, in one transaction, and
 * remembers which catalogue that was: the same one costs nothing at the next start,
 * another one takes its place. Products that somebody brought in a feed are left alone.
 */
@Component
public class CatalogueLoader {

	private static final Logger logger = LoggerFactory.getLogger(CatalogueLoader.class);

	/**
	 * Orders keep what they hold, whatever the catalogue: where it has less than that, it
	 * owes the rest.
	 */
	private static final String TAKE_OFF_WHAT_IS_HELD = """
			update product set stock = greatest(stock - held.quantity, 0), \
			owed = greatest(held.quantity - stock, 0) \
			from (select product, sum(quantity) as quantity from reservation_line \
			join reservation using (order_id) where state = 'held' group by product) held \
			where product.id = held.product""";

	private static final String ADD_WHAT_CUSTOMERS_RATED = """
			update product set ratings = array(select ratings[stars] + coalesce(given.times, 0) \
			from generate_series(1, 5) stars left join (select stars, count(*)::int as times from review \
			where review.product = product.id and author is not null group by stars) given using (stars) order by stars) \
			where id in (select product from review where author is not null)""";

	private final CatalogueFolder folder;

	private final CatalogueProperties properties;

	private final JdbcTemplate jdbcTemplate;

	private final JdbcClient jdbcClient;

	private final CatalogueMark mark;

	private final TransactionOperations transaction;

	private final JsonMapper jsonMapper;

	private final InstantSource clock = InstantSource.system();

	CatalogueLoader(CatalogueFolder folder, CatalogueProperties properties, JdbcTemplate jdbcTemplate,
			JdbcClient jdbcClient, TransactionOperations transaction, JsonMapper jsonMapper) {
		this.folder = folder;
		this.properties = properties;
		this.jdbcTemplate = jdbcTemplate;
		this.jdbcClient = jdbcClient;
		this.mark = new CatalogueMark(jdbcClient);
		this.transaction = transaction;
		this.jsonMapper = jsonMapper;
	}

	/**
	 * Makes the database hold the catalogue that is wanted, or somebody's own.
	 * @return whether anything had to be loaded
	 */
	public boolean load() {
		CatalogueFiles files = this.folder.files();
		String fingerprint = "%s %s products %d".formatted(Assortment.REVISION, files.hash(),
				this.properties.products());
		if (this.mark.isLoaded(fingerprint)) {
			return false;
		}
		Catalogue catalogue = CatalogueReader.read(files);
		this.transaction.executeWithoutResult((status) -> replace(catalogue, fingerprint));
		this.jdbcClient.sql("analyze product").update();
		return true;
	}

	/**
	 * Tells the catalogue that is loaded from any that was or will be.
	 */
	public String loaded() {
		return this.mark.read();
	}

	private void replace(Catalogue catalogue, String fingerprint) {
		// Another instance may be at it: wait for it, then see what it left.
		this.mark.lock();
		if (this.mark.isLoaded(fingerprint)) {
			return;
		}
		this.jdbcClient.sql("truncate product, category, department, catalogue_load").update();
		this.jdbcClient.sql("delete from review where author is null").update();
		this.jdbcTemplate.execute((ConnectionCallback<@Nullable Void>) (connection) -> {
			new CatalogueRows(connection, this.jsonMapper).copy(catalogue,
					new Assortment(catalogue).products(this.properties.products()));
			return null;
		});
		this.jdbcClient.sql(TAKE_OFF_WHAT_IS_HELD).update();
		this.jdbcClient.sql(ADD_WHAT_CUSTOMERS_RATED).update();
		long products = this.jdbcClient.sql("select count(*) from product").query(Long.class).single();
		this.jdbcClient.sql("insert into catalogue_load (fingerprint, products, loaded_at) values (?, ?, ?)")
			.params(fingerprint, products, OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
		logger.info("Loaded {} products of {} families", products, catalogue.families().size());
	}

}
