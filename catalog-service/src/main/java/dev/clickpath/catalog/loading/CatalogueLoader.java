package dev.clickpath.catalog.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.seed.Assortment;
import dev.clickpath.catalog.seed.Catalogue;
import dev.clickpath.catalog.seed.Catalogue.CategoryEntry;
import dev.clickpath.catalog.seed.Catalogue.DepartmentEntry;
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
 * another one takes its place.
 */
@Component
public class CatalogueLoader {

	private static final Logger logger = LoggerFactory.getLogger(CatalogueLoader.class);

	/** Any number will do, as long as nothing else in this database locks it. */
	private static final long LOCK = 4_990;

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

	private final CatalogueFolder folder;

	private final CatalogueProperties properties;

	private final JdbcTemplate jdbcTemplate;

	private final JdbcClient jdbcClient;

	private final TransactionOperations transaction;

	private final JsonMapper jsonMapper;

	private final InstantSource clock = InstantSource.system();

	CatalogueLoader(CatalogueFolder folder, CatalogueProperties properties, JdbcTemplate jdbcTemplate,
			JdbcClient jdbcClient, TransactionOperations transaction, JsonMapper jsonMapper) {
		this.folder = folder;
		this.properties = properties;
		this.jdbcTemplate = jdbcTemplate;
		this.jdbcClient = jdbcClient;
		this.transaction = transaction;
		this.jsonMapper = jsonMapper;
	}

	/**
	 * Makes the database hold the catalogue that is wanted.
	 * @return whether anything had to be loaded
	 */
	public boolean load() {
		CatalogueFiles files = this.folder.files();
		String fingerprint = "%s %s products %d".formatted(Assortment.REVISION, files.hash(),
				this.properties.products());
		if (isLoaded(fingerprint)) {
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
		return this.jdbcClient.sql("select fingerprint || ' at ' || loaded_at from catalogue_load")
			.query(String.class)
			.optional()
			.orElse("");
	}

	private boolean isLoaded(String fingerprint) {
		return this.jdbcClient.sql("select fingerprint from catalogue_load")
			.query(String.class)
			.optional()
			.filter(fingerprint::equals)
			.isPresent();
	}

	private void replace(Catalogue catalogue, String fingerprint) {
		// Another instance may be at it: wait for it, then see what it left.
		this.jdbcClient.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
		});
		if (isLoaded(fingerprint)) {
			return;
		}
		this.jdbcClient.sql("truncate product, category, department, catalogue_load").update();
		this.jdbcTemplate.execute((ConnectionCallback<@Nullable Void>) (connection) -> {
			copyDepartments(connection, catalogue.departments());
			copyCategories(connection, catalogue.departments());
			copyProducts(connection, new Assortment(catalogue).products(this.properties.products()));
			return null;
		});
		this.jdbcClient.sql(TAKE_OFF_WHAT_IS_HELD).update();
		long products = this.jdbcClient.sql("select count(*) from product").query(Long.class).single();
		this.jdbcClient.sql("insert into catalogue_load (fingerprint, products, loaded_at) values (?, ?, ?)")
			.params(fingerprint, products, OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
		logger.info("Loaded {} products of {} families", products, catalogue.families().size());
	}

	private static void copyDepartments(Connection connection, List<DepartmentEntry> departments) throws SQLException {
		try (CopyRows rows = new CopyRows(connection, "department (position, slug, name, tagline)")) {
			for (DepartmentEntry department : departments) {
				rows.add(departments.indexOf(department), department.slug(), department.name(), department.tagline());
			}
		}
	}

	private static void copyCategories(Connection connection, List<DepartmentEntry> departments) throws SQLException {
		try (CopyRows rows = new CopyRows(connection, "category (department, position, slug, name, drawing)")) {
			for (DepartmentEntry department : departments) {
				for (CategoryEntry category : department.categories()) {
					rows.add(department.slug(), department.categories().indexOf(category), category.slug(),
							category.name(), category.drawing());
				}
			}
		}
	}

	private void copyProducts(Connection connection, Stream<Product> products) throws SQLException {
		try (CopyRows rows = new CopyRows(connection, """
				product (id, slug, title, brand, department, category, currency, price, old_price, rating, \
				rating_count, stock, picture, description, attributes, family, variant, label, colour, popularity, \
				launched)"""); products) {
			products.forEach((product) -> rows.add(product.id(), product.slug(), product.title(), product.brand(),
					product.department(), product.category(), product.price().currency(), product.price().amount(),
					(product.oldPrice() != null) ? product.oldPrice().amount() : null, product.rating(),
					product.ratingCount(), product.stock(), product.picture(), product.description(),
					this.jsonMapper.writeValueAsString(product.attributes()), product.family(), product.variant(),
					product.label(), product.colour(), product.popularity(), product.launched()));
		}
	}

}
