package dev.clickpath.catalog.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.clickpath.catalog.product.ProductDetails.Variant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The products in the database.
 */
@Repository
public class Products {

	private static final int FETCH_SIZE = 1000;

	private static final String SUMMARY = """
			select id, slug, title, brand, department, category, currency, price, old_price, rating, rating_count, \
			stock, picture, family from product where id = any(?)""";

	private static final String DETAILS = """
			select product.*, department.name as department_name, category.name as category_name \
			from product join department on department.slug = product.department \
			join category on category.slug = product.category where product.id = ?""";

	private static final String VARIANTS = """
			select id, slug, label, colour, currency, price, stock, picture from product \
			where family = (select family from product where id = ?) order by variant, id""";

	private static final String LIVE = "select id, stock, rating, rating_count from product where id = any(?)";

	private static final String LEADERS = """
			select distinct on (family) * from product order by family, popularity desc, id""";

	private final JdbcClient jdbcClient;

	private final TransactionOperations transaction;

	private final JsonMapper jsonMapper;

	public Products(JdbcClient jdbcClient, TransactionOperations transaction, JsonMapper jsonMapper) {
		this.jdbcClient = jdbcClient;
		this.transaction = transaction;
		this.jsonMapper = jsonMapper;
	}

	/**
	 * The summaries of those that exist, by id.
	 */
	Map<String, ProductSummary> summaries(Collection<String> ids) {
		return this.jdbcClient.sql(SUMMARY)
			.param(ids.toArray(String[]::new))
			.query((row, number) -> summary(row))
			.list()
			.stream()
			.collect(Collectors.toMap(ProductSummary::id, Function.identity()));
	}

	/**
	 * What is so now of those that exist, by id.
	 */
	Map<String, Live> live(Collection<String> ids) {
		return this.jdbcClient.sql(LIVE).param(ids.toArray(String[]::new)).query((rows) -> {
			Map<String, Live> live = new HashMap<>();
			while (rows.next()) {
				live.put(rows.getString("id"),
						new Live(rows.getInt("stock"), rows.getDouble("rating"), rows.getInt("rating_count")));
			}
			return live;
		});
	}

	Optional<ProductDetails> details(String id) {
		List<Variant> variants = this.jdbcClient.sql(VARIANTS).param(id).query((row, number) -> variant(row)).list();
		return this.jdbcClient.sql(DETAILS).param(id).query((row, number) -> details(row, variants)).optional();
	}

	/**
	 * Those that exist.
	 */
	public List<Product> all(Collection<String> ids) {
		return this.jdbcClient.sql("select * from product where id = any(?)")
			.param(ids.toArray(String[]::new))
			.query((row, number) -> product(row))
			.list();
	}

	public long count() {
		return this.jdbcClient.sql("select count(*) from product").query(Long.class).single();
	}

	/**
	 * Hands over every product, in no order, without having all of them in memory.
	 */
	public void forEach(Consumer<Product> consumer) {
		stream("select * from product", consumer);
	}

	/**
	 * Hands over the most popular product of each family.
	 */
	public void forEachFamily(Consumer<Product> consumer) {
		stream(LEADERS, consumer);
	}

	/** PostgreSQL sends rows in portions only inside a transaction. */
	private void stream(String sql, Consumer<Product> consumer) {
		this.transaction.executeWithoutResult((status) -> this.jdbcClient.sql(sql)
			.withFetchSize(FETCH_SIZE)
			.query((RowCallbackHandler) (row) -> consumer.accept(product(row))));
	}

	private ProductDetails details(ResultSet row, List<Variant> variants) throws SQLException {
		return new ProductDetails(summary(row), row.getString("department_name"), row.getString("category_name"),
				row.getString("description"), attributes(row), variants, launched(row));
	}

	private Product product(ResultSet row) throws SQLException {
		return new Product(row.getString("id"), row.getString("slug"), row.getString("title"), row.getString("brand"),
				row.getString("department"), row.getString("category"), price(row), oldPrice(row), ratings(row),
				row.getInt("stock"), row.getString("picture"), row.getString("description"), attributes(row),
				row.getString("family"), row.getInt("variant"), row.getString("label"), row.getString("colour"),
				row.getInt("popularity"), launched(row));
	}

	private static ProductSummary summary(ResultSet row) throws SQLException {
		return new ProductSummary(row.getString("id"), row.getString("slug"), row.getString("title"),
				row.getString("brand"), row.getString("department"), row.getString("category"), price(row),
				oldPrice(row), row.getDouble("rating"), row.getInt("rating_count"), row.getInt("stock"),
				row.getString("picture"), row.getString("family"));
	}

	private static Variant variant(ResultSet row) throws SQLException {
		return new Variant(row.getString("id"), row.getString("slug"), row.getString("label"), row.getString("colour"),
				price(row), row.getInt("stock"), row.getString("picture"));
	}

	private static Money price(ResultSet row) throws SQLException {
		return new Money(row.getLong("price"), row.getString("currency"));
	}

	private static @Nullable Money oldPrice(ResultSet row) throws SQLException {
		long amount = row.getLong("old_price");
		return row.wasNull() ? null : new Money(amount, row.getString("currency"));
	}

	static Ratings ratings(ResultSet row) throws SQLException {
		return new Ratings(Arrays.asList((Integer[]) row.getArray("ratings").getArray()));
	}

	private static LocalDate launched(ResultSet row) throws SQLException {
		return row.getObject("launched", LocalDate.class);
	}

	private List<Attribute> attributes(ResultSet row) throws SQLException {
		return List.copyOf(Arrays.asList(this.jsonMapper.readValue(row.getString("attributes"), Attribute[].class)));
	}

}
