package dev.clickpath.recommendation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A whole service on a database, used over HTTP.
 */
final class RunningService implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final RestTestClient http;

	private final RestTestClient management;

	/**
	 * @param more properties, as on a command line
	 */
	RunningService(JdbcConnectionDetails database, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0",
				"--spring.datasource.url=" + database.getJdbcUrl(),
				"--spring.datasource.username=" + database.getUsername(),
				"--spring.datasource.password=" + database.getPassword()));
		arguments.addAll(List.of(more));
		this.context = new SpringApplicationBuilder(RecommendationServiceApplication.class)
			.run(arguments.toArray(String[]::new));
		this.http = client("local.server.port");
		this.management = client("local.management.port");
	}

	private RestTestClient client(String port) {
		return RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty(port))
			.build();
	}

	RestTestClient http() {
		return this.http;
	}

	RestTestClient.ResponseSpec post(Object events) {
		return this.http.post().uri("/events").contentType(MediaType.APPLICATION_JSON).body(events).exchange();
	}

	void tell(List<Map<String, String>> events) {
		post(events).expectStatus().isAccepted();
	}

	RestTestClient.ResponseSpec join(String visitor, Object body) {
		return this.http.post()
			.uri("/visitors/{visitor}/history/joins", visitor)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

	void dismiss(String visitor, String product) {
		this.http.put()
			.uri("/visitors/{visitor}/dismissals/{product}", visitor, product)
			.exchange()
			.expectStatus()
			.isNoContent();
	}

	void restore(String visitor, String product) {
		this.http.delete()
			.uri("/visitors/{visitor}/dismissals/{product}", visitor, product)
			.exchange()
			.expectStatus()
			.isNoContent();
	}

	/** What a visitor does not want to see. */
	List<String> dismissed(String visitor) {
		return Objects
			.requireNonNull(this.http.get()
				.uri("/visitors/{visitor}/dismissals", visitor)
				.exchange()
				.expectBody(Dismissed.class)
				.returnResult()
				.getResponseBody())
			.products();
	}

	RestTestClient.ResponseSpec forget(String visitor) {
		return this.http.delete().uri("/visitors/{visitor}/history", visitor).exchange();
	}

	static Map<String, String> event(String visitor, String type, String product, Instant at) {
		return Map.of("visitor", visitor, "type", type, "product", product, "at", at.toString());
	}

	Answer shelves(String visitor) {
		return get("/visitors/{visitor}/shelves", visitor);
	}

	/**
	 * @param variables what stands in the path's braces, of any characters
	 */
	Answer get(String path, Object... variables) {
		return Objects.requireNonNull(this.http.get()
			.uri(path, variables)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Answer.class)
			.returnResult()
			.getResponseBody());
	}

	int readiness() {
		return this.management.get().uri("/actuator/health/readiness").exchange().returnResult().getStatus().value();
	}

	HikariDataSource pool() {
		return this.context.getBean(HikariDataSource.class);
	}

	long stored() {
		return this.context.getBean(JdbcClient.class).sql("select count(*) from event").query(Long.class).single();
	}

	/** How many recipes have been found, 0 or 1. */
	long recipes() {
		return this.context.getBean(JdbcClient.class).sql("select count(*) from recipe").query(Long.class).single();
	}

	long stored(String visitor) {
		return this.context.getBean(JdbcClient.class)
			.sql("select count(*) from event where visitor = ?")
			.param(visitor)
			.query(Long.class)
			.single();
	}

	/** The tables that events lie in, with how many lie there. */
	Map<String, Long> tables() {
		Map<String, Long> tables = new TreeMap<>();
		this.context.getBean(JdbcClient.class)
			.sql("select tableoid::regclass::text as name, count(*) as events from event group by 1")
			.query((row) -> {
				tables.put(row.getString("name"), row.getLong("events"));
			});
		return tables;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** As much of any answer as the tests look at. */
	record Answer(@Nullable List<Shelf> shelves, @Nullable List<Product> products) {

		List<String> viewed() {
			return shelf("recently-viewed");
		}

		List<String> shelf(String kind) {
			return Objects.requireNonNullElse(this.shelves, List.<Shelf>of())
				.stream()
				.filter((shelf) -> shelf.kind().equals(kind))
				.flatMap((shelf) -> shelf.products().stream())
				.toList();
		}

		List<String> ids() {
			return Objects.requireNonNullElse(this.products, List.<Product>of()).stream().map(Product::id).toList();
		}

		/** The ids of those that go back to something the visitor did. */
		List<String> reasoned() {
			return Objects.requireNonNullElse(this.products, List.<Product>of())
				.stream()
				.filter((product) -> product.because() != null)
				.map(Product::id)
				.toList();
		}

	}

	record Dismissed(List<String> products) {
	}

	record Shelf(String kind, @Nullable String because, List<String> products) {

	}

	record Product(String id, double score, @Nullable String because) {

	}

}
