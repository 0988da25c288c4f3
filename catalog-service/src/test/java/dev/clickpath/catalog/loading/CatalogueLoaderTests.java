package dev.clickpath.catalog.loading;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.clickpath.defaults.testing.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class CatalogueLoaderTests {

	private static final String SMALL = "classpath:/catalogue-small/";

	private HikariDataSource dataSource;

	private JdbcClient jdbcClient;

	@BeforeEach
	void createSchema() {
		JdbcConnectionDetails database = TestPostgres.freshDatabase();
		this.dataSource = new HikariDataSource();
		this.dataSource.setJdbcUrl(database.getJdbcUrl());
		this.dataSource.setUsername(database.getUsername());
		this.dataSource.setPassword(database.getPassword());
		Flyway.configure().dataSource(this.dataSource).load().migrate();
		this.jdbcClient = JdbcClient.create(this.dataSource);
	}

	@AfterEach
	void close() {
		this.dataSource.close();
	}

	@Test
	void fillsAnEmptyDatabase() {
		assertThat(loader(SMALL, 0).load()).isTrue();
		assertThat(products()).isEqualTo(10);
		assertThat(this.jdbcClient
			.sql("select attributes -> 0 ->> 'value' from product where title = 'Brenna Plain Storage Jar, Cork'")
			.query(String.class)
			.single()).isEqualTo("Glass");
	}

	@Test
	void anUnchangedCatalogueIsLeftAsItIs() {
		loader(SMALL, 0).load();
		OffsetDateTime first = loadedAt();
		this.jdbcClient.sql("update product set stock = 7").update();
		assertThat(loader(SMALL, 0).load()).isFalse();
		assertThat(loadedAt()).isEqualTo(first);
		assertThat(this.jdbcClient.sql("select distinct stock from product").query(Integer.class).single())
			.isEqualTo(7);
	}

	@Test
	void anotherNumberOfProductsReplacesThem() {
		loader(SMALL, 0).load();
		assertThat(loader(SMALL, 2_500).load()).isTrue();
		assertThat(products()).isEqualTo(2_500);
		assertThat(loader(SMALL, 5).load()).isTrue();
		assertThat(products()).isEqualTo(5);
	}

	@Test
	void anotherCatalogueReplacesThem() {
		loader(SMALL, 0).load();
		assertThat(loader("classpath:/catalogue/", 0).load()).isTrue();
		assertThat(products()).isGreaterThanOrEqualTo(3_000);
	}

	@Test
	void whatOrdersHoldStaysTakenOff() {
		loader(SMALL, 0).load();
		Map<String, Integer> fresh = stock();
		List<String> ids = fresh.keySet()
			.stream()
			.sorted(Comparator.comparing((id) -> fresh.getOrDefault(id, 0)))
			.toList();
		String scarce = ids.getFirst();
		String plenty = ids.getLast();
		int tooMany = fresh.getOrDefault(scarce, 0) + 3;
		hold("order-1", "held", plenty, 4);
		hold("order-2", "held", plenty, 3);
		hold("order-3", "released", plenty, 5);
		hold("order-6", "fulfilled", plenty, 2);
		hold("order-4", "held", scarce, tooMany);
		hold("order-5", "held", "not-in-any-catalogue", 1);
		loader("classpath:/catalogue/", 0).load();
		assertThat(loader(SMALL, 0).load()).isTrue();
		assertThat(stock()).containsEntry(plenty, fresh.getOrDefault(plenty, 0) - 7).containsEntry(scarce, 0);
		assertThat(this.jdbcClient.sql("select owed from product where id = ?")
			.param(scarce)
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void whatCustomersWroteStays() {
		loader(SMALL, 0).load();
		String product = stock().keySet().iterator().next();
		String fresh = ratings(product);
		String write = """
				insert into review (product, author, name, stars, title, text, bought, language, written_at) \
				values (?, ?, 'Alma', ?, '', 'It boils.', false, 'en', now())""";
		this.jdbcClient.sql(write).params(product, "author-1", 2).update();
		this.jdbcClient.sql(write).params(product, "author-2", 5).update();
		this.jdbcClient.sql(write).params("not-in-any-catalogue", "author-1", 1).update();
		loader("classpath:/catalogue/", 0).load();
		assertThat(reviews("author is null")).isGreaterThan(10_000);
		loader(SMALL, 0).load();
		assertThat(reviews("author is null")).isZero();
		assertThat(reviews("author is not null")).isEqualTo(3);
		assertThat(this.jdbcClient.sql(
				"select (ratings[2] - 1) || ' ' || (ratings[5] - 1) || ' ' || (rating_count - 2) from product where id = ?")
			.param(product)
			.query(String.class)
			.single()).isEqualTo(fresh);
	}

	private long reviews(String condition) {
		return this.jdbcClient.sql("select count(*) from review where " + condition).query(Long.class).single();
	}

	private String ratings(String product) {
		return this.jdbcClient
			.sql("select ratings[2] || ' ' || ratings[5] || ' ' || rating_count from product where id = ?")
			.param(product)
			.query(String.class)
			.single();
	}

	private void hold(String order, String state, String product, int quantity) {
		this.jdbcClient.sql("insert into reservation (order_id, state) values (?, ?)").params(order, state).update();
		this.jdbcClient.sql("insert into reservation_line (order_id, product, quantity) values (?, ?, ?)")
			.params(order, product, quantity)
			.update();
	}

	private Map<String, Integer> stock() {
		return this.jdbcClient.sql("select id, stock from product").query((rows) -> {
			Map<String, Integer> stock = new HashMap<>();
			while (rows.next()) {
				stock.put(rows.getString("id"), rows.getInt("stock"));
			}
			return stock;
		});
	}

	@Test
	void aFailedLoadLeavesWhatWasThere() {
		loader(SMALL, 0).load();
		this.jdbcClient.sql("alter table product add constraint cheap check (price < 100000) not valid").update();
		assertThatException().isThrownBy(() -> loader("classpath:/catalogue/", 0).load());
		assertThat(products()).isEqualTo(10);
		assertThat(loader(SMALL, 0).load()).isFalse();
	}

	@Test
	void copiesWhatLooksLikeTheFormatItself() throws Exception {
		String odd = "a\tb\\N\nc\rd\\";
		try (var connection = this.dataSource.getConnection();
				CopyRows rows = new CopyRows(connection, "department (position, slug, name, tagline)")) {
			rows.add(1, "odd", odd, "\\.");
		}
		assertThat(this.jdbcClient.sql("select name from department").query(String.class).single()).isEqualTo(odd);
	}

	private CatalogueLoader loader(String location, int products) {
		CatalogueProperties properties = new CatalogueProperties(products, location);
		return new CatalogueLoader(new CatalogueFolder(properties), properties, new JdbcTemplate(this.dataSource),
				this.jdbcClient, new TransactionTemplate(new JdbcTransactionManager(this.dataSource)),
				JsonMapper.shared());
	}

	private long products() {
		return this.jdbcClient.sql("select count(*) from product").query(Long.class).single();
	}

	private OffsetDateTime loadedAt() {
		return this.jdbcClient.sql("select loaded_at from catalogue_load").query(OffsetDateTime.class).single();
	}

}
