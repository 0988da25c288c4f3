package dev.clickpath.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.defaults.testing.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static dev.clickpath.recommendation.RunningService.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How events are kept.
 */
class EventStoreTests {

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private static RunningService service;

	@BeforeAll
	static void start() {
		service = new RunningService(TestPostgres.freshDatabase(), "--clickpath.recommendation.events.most-of-one=100");
		await().atMost(Duration.ofSeconds(10)).until(() -> service.readiness() == 200);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void laysEventsInTheTableOfTheirMonth() {
		service.tell(List.of(event("months", "view", "a", Instant.parse("2024-02-29T23:59:59.999999Z")),
				event("months", "view", "b", Instant.parse("2024-03-01T00:00:00Z")),
				event("months", "view", "c", Instant.parse("1998-07-01T00:00:00Z")),
				event("months", "view", "d", Instant.parse("2024-03-31T23:59:59Z"))));
		assertThat(service.tables()).containsEntry("event_2024_02", 1L)
			.containsEntry("event_2024_03", 2L)
			.containsEntry("event_early", 1L);
		await().atMost(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(service.shelves("months").viewed()).containsExactly("d", "b", "a", "c"));
		service.forget("months").expectStatus().isNoContent();
		assertThat(service.stored("months")).isZero();
	}

	@Test
	void keepsTheOrderToldWhereTimesAreTheSame() {
		List<Map<String, String>> told = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			told.add(event("same", "view", "same-" + (i * 7) % 10, this.now));
		}
		service.tell(told);
		List<String> latestFirst = told.reversed().stream().map((event) -> event.get("product")).toList();
		await().atMost(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(service.shelves("same").viewed()).isEqualTo(latestFirst));
		service.join("same-account", Map.of("from", "same")).expectStatus().isNoContent();
		assertThat(service.shelves("same-account").viewed()).isEqualTo(latestFirst);
	}

	@Test
	void dampsWhatOneVisitorTellsTooMuchOf() {
		List<Map<String, String>> told = new ArrayList<>();
		for (int i = 0; i < 130; i++) {
			told.add(event("robot", "view", "robot-" + i, this.now.minusSeconds(i)));
		}
		told.add(event("shopper", "view", "robot-1", this.now));
		service.post(told)
			.expectStatus()
			.isAccepted()
			.expectBody()
			.json("{\"taken\":101,\"damped\":30,\"forgotten\":0,\"skipped\":[]}");
		assertThat(service.stored("robot")).isEqualTo(100);
		assertThat(service.stored("shopper")).isOne();
	}

	@Test
	void dampsNobodyForTellingTheSameAgain() {
		List<Map<String, String>> told = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			told.add(event("patient", "view", "patient-" + i, this.now.minusSeconds(i)));
		}
		for (int i = 0; i < 5; i++) {
			service.post(told).expectStatus().isAccepted().expectBody().json("""
					{"taken":40,"damped":0}""");
		}
		assertThat(service.stored("patient")).isEqualTo(40);
	}

	@Test
	void skipsBadRowsForWhoAsksForThat() {
		String good = """
				{"visitor":"skip","type":"view","product":"skip-%d","at":"%s","region":"eu","category":"Kettles","brand":"Halvora"}
				""";
		service.http()
			.post()
			.uri("/events?invalid=skip")
			.contentType(MediaType.APPLICATION_NDJSON)
			.body(good.formatted(1, this.now) + "{\"visitor\":\"skip\"}\n" + good.formatted(2, this.now))
			.exchange()
			.expectStatus()
			.isAccepted()
			.expectBody()
			.json("""
					{"taken":2,"damped":0,"skipped":[{"row":2,"field":"type","rule":"is missing"}]}""");
		assertThat(service.stored("skip")).isEqualTo(2);
		service.http()
			.post()
			.uri("/events?invalid=maybe")
			.contentType(MediaType.APPLICATION_NDJSON)
			.body(good.formatted(3, this.now))
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void dropsMonthsThatAreOlderThanEventsAreKept() {
		JdbcConnectionDetails database = TestPostgres.freshDatabase();
		Instant old = this.now.minus(400, ChronoUnit.DAYS);
		List<Map<String, String>> told = List.of(event("old", "view", "a", old), event("old", "view", "b", this.now),
				event("old", "view", "c", Instant.parse("2001-01-01T00:00:00Z")));
		try (RunningService all = new RunningService(database)) {
			all.tell(told);
			assertThat(all.stored("old")).isEqualTo(3);
		}
		try (RunningService some = new RunningService(database, "--clickpath.recommendation.events.retention=300d")) {
			await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(some.stored("old")).isOne());
			some.post(told).expectBody().json("""
					{"taken":1,"forgotten":2}""");
			assertThat(some.stored("old")).isOne();
			assertThat(some.tables()).hasSize(1);
		}
	}

	@Test
	void bringsAlongWhatWasStoredInOneTable() {
		JdbcConnectionDetails database = TestPostgres.freshDatabase();
		DriverManagerDataSource dataSource = new DriverManagerDataSource(database.getJdbcUrl(),
				Objects.toString(database.getUsername()), Objects.toString(database.getPassword()));
		Flyway.configure().dataSource(dataSource).target("2").load().migrate();
		JdbcClient jdbc = JdbcClient.create(dataSource);
		jdbc.sql("""
				insert into event (visitor, type, product, at)
				select 'v' || n % 7, 'view', 'p' || n, timestamptz '2025-01-20 12:00:00Z' + n * interval '1 day'
				from generate_series(1, 100) n""").update();
		jdbc.sql("delete from event where id = 50").update();
		List<String> before = all(jdbc);
		try (RunningService next = new RunningService(database)) {
			assertThat(
					jdbc.sql("select id || visitor || product || at from event order by id").query(String.class).list())
				.isEqualTo(before);
			assertThat(next.tables()).containsOnlyKeys("event_2025_01", "event_2025_02", "event_2025_03",
					"event_2025_04");
			next.tell(List.of(event("v1", "view", "p1", Instant.parse("2025-01-21T12:00:00Z")),
					event("v1", "view", "new", this.now)));
			assertThat(next.stored()).isEqualTo(100);
			assertThat(jdbc.sql("select max(id) from event").query(Long.class).single()).isGreaterThan(100);
		}
	}

	private static List<String> all(JdbcClient jdbc) {
		return jdbc.sql("select id || visitor || product || at as event from event order by id")
			.query((row, number) -> row.getString("event"))
			.list();
	}

}
