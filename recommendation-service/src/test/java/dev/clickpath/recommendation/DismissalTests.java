package dev.clickpath.recommendation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.defaults.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static dev.clickpath.recommendation.RunningService.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What visitors do not want to be shown, in the instance that is told and in another; and
 * why they are shown the rest.
 */
class DismissalTests {

	private static final JdbcConnectionDetails DATABASE = TestPostgres.freshDatabase();

	private static RunningService service;

	private static RunningService other;

	@BeforeAll
	static void start() {
		service = new RunningService(DATABASE);
		other = new RunningService(DATABASE);
		await().atMost(Duration.ofSeconds(10)).until(() -> service.readiness() == 200 && other.readiness() == 200);
		Instant now = Instant.now();
		List<Map<String, String>> crowd = new ArrayList<>();
		for (int visitor = 0; visitor < 20; visitor++) {
			for (int i = 0; i < 6; i++) {
				String product = "tea" + (visitor + i * i) % 12;
				crowd.add(event("lover" + visitor, (i < 5) ? "view" : "basket", product,
						now.minusSeconds(10_000L - visitor * 10L - i)));
			}
		}
		service.tell(crowd);
	}

	@AfterAll
	static void stop() {
		service.close();
		other.close();
	}

	@Test
	void goesAtOnceEverywhereAndComesBack() {
		arrive("anna");
		String product = service.get("/visitors/anna/recommendations").ids().getFirst();
		service.dismiss("anna", product);
		service.dismiss("anna", product);
		assertThat(all(service, "anna")).isNotEmpty().doesNotContain(product);
		assertThat(service.get("/visitors/anna/recommendations").ids()).isNotEmpty().doesNotContain(product);
		await().atMost(Duration.ofSeconds(2)).until(() -> other.dismissed("anna").equals(List.of(product)));
		assertThat(all(other, "anna")).doesNotContain(product);
		other.http()
			.get()
			.uri("/visitors/anna/shelves")
			.exchange()
			.expectBody()
			.jsonPath("$.dismissed")
			.isEqualTo(List.of(product));
		service.restore("anna", product);
		assertThat(service.get("/visitors/anna/recommendations").ids()).contains(product);
		await().atMost(Duration.ofSeconds(2)).until(() -> other.dismissed("anna").isEmpty());
	}

	@Test
	void isKnownToTheNextInstanceBeforeItIsAsked() {
		service.dismiss("ben", "tea3");
		try (RunningService next = new RunningService(DATABASE)) {
			assertThat(next.dismissed("ben")).containsExactly("tea3");
		}
	}

	@Test
	void isReadOfAVisitorWhoIsNotAmongTheLatest() {
		JdbcConnectionDetails database = TestPostgres.freshDatabase();
		try (RunningService first = new RunningService(database)) {
			first.dismiss("early", "tea3");
			JdbcClient.create(dataSource(database))
				.sql("""
						insert into history (visitor, dismissed, changed)
						select 'crowd' || i, '{tea1}', nextval('history_change') from generate_series(1, 20001) as i""")
				.update();
			await().atMost(Duration.ofSeconds(10)).until(() -> first.dismissed("crowd20001").equals(List.of("tea1")));
			assertThat(first.dismissed("early")).containsExactly("tea3");
			first.restore("early", "tea3");
			assertThat(first.dismissed("early")).isEmpty();
		}
		try (RunningService next = new RunningService(database)) {
			assertThat(next.dismissed("crowd1")).containsExactly("tea1");
			assertThat(next.dismissed("crowd20001")).containsExactly("tea1");
			assertThat(next.dismissed("early")).isEmpty();
		}
	}

	@Test
	void joinsAnAccountAndIsForgottenWithIt() {
		service.dismiss("cookie", "tea1");
		service.dismiss("cookie", "tea2");
		service.dismiss("account", "tea2");
		service.dismiss("account", "tea3");
		service.join("account", Map.of("from", "cookie")).expectStatus().isNoContent();
		assertThat(service.dismissed("account")).containsExactly("tea3", "tea2", "tea1");
		assertThat(service.dismissed("cookie")).isEmpty();
		service.dismiss("cookie", "tea4");
		assertThat(service.dismissed("account")).containsExactly("tea4", "tea3", "tea2", "tea1");
		service.forget("account").expectStatus().isNoContent();
		assertThat(service.dismissed("account")).isEmpty();
		await().atMost(Duration.ofSeconds(2)).until(() -> other.dismissed("account").isEmpty());
	}

	@Test
	void remembersTheLatestTwoHundred() {
		for (int i = 0; i < 203; i++) {
			service.dismiss("picky", "p" + i);
		}
		assertThat(service.dismissed("picky")).hasSize(200).startsWith("p202", "p201").endsWith("p3");
	}

	@Test
	void refusesWhatIsNoProduct() {
		service.http().put().uri("/visitors/anna/dismissals/a\tb").exchange().expectStatus().isBadRequest();
		service.http().delete().uri("/visitors/a\tb/dismissals/p").exchange().expectStatus().isBadRequest();
	}

	@Test
	void tellsWhySomethingIsShownByWhatIsStored() {
		service.tell(List.of(event("curious", "view", "tea0", Instant.now().minusSeconds(60)),
				event("curious", "basket", "tea1", Instant.now().minusSeconds(30)),
				event("simulated-1", "view", "tea0", Instant.now().minusSeconds(90)),
				event("simulated-1", "view", "tea4", Instant.now().minusSeconds(60))));
		long both = 1;
		for (int visitor = 0; visitor < 20; visitor++) {
			List<Integer> met = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				met.add((visitor + i * i) % 12);
			}
			both += (met.contains(0) && met.contains(4)) ? 1 : 0;
		}
		service.http()
			.get()
			.uri("/visitors/curious/reasons/tea4")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.dismissed")
			.isEqualTo(false)
			.jsonPath("$.because[?(@.product=='tea0')].visitors")
			.isEqualTo((int) both)
			.jsonPath("$.because[?(@.product=='tea0')].simulated")
			.isEqualTo(1)
			.jsonPath("$.interest.simulated")
			.isEqualTo(1)
			.jsonPath("$.because[?(@.product=='tea0')].kind")
			.isEqualTo("view")
			.jsonPath("$.because[?(@.product=='tea1')].kind")
			.isEqualTo("basket")
			.jsonPath("$.interest.days")
			.isEqualTo(7);
		service.http()
			.get()
			.uri("/visitors/nobody/reasons/nothing")
			.exchange()
			.expectBody()
			.json("{\"because\":[],\"interest\":{\"visitors\":0,\"simulated\":0}}");
	}

	@Test
	void asksToComeAgainWhileTheDatabaseDoesNotAnswer() throws SQLException {
		try (Connection other = dataSource(DATABASE).getConnection(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("lock table event in access exclusive mode");
			service.http()
				.get()
				.uri("/visitors/anna/reasons/tea4")
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
				.expectHeader()
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.expectHeader()
				.valueEquals(HttpHeaders.RETRY_AFTER, "1");
		}
	}

	private static DriverManagerDataSource dataSource(JdbcConnectionDetails database) {
		return new DriverManagerDataSource(database.getJdbcUrl(), Objects.toString(database.getUsername()),
				Objects.toString(database.getPassword()));
	}

	private static void arrive(String visitor) {
		service.tell(List.of(event(visitor, "view", "tea5", Instant.now())));
		await().atMost(Duration.ofSeconds(2)).until(() -> !service.shelves(visitor).viewed().isEmpty());
	}

	private static List<String> all(RunningService service, String visitor) {
		return List.of("recently-viewed", "because-you-viewed", "recommended", "bought-together", "trending")
			.stream()
			.flatMap((kind) -> service.shelves(visitor).shelf(kind).stream())
			.toList();
	}

}
