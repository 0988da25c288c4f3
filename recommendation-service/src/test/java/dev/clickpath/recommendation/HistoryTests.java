package dev.clickpath.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.clickpath.defaults.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.http.HttpStatus;

import static dev.clickpath.recommendation.RunningService.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Histories that are joined and forgotten, in the instance that is asked and in another.
 */
class HistoryTests {

	private static final JdbcConnectionDetails DATABASE = TestPostgres.freshDatabase();

	private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

	private static RunningService service;

	private static RunningService other;

	@BeforeAll
	static void start() {
		service = new RunningService(DATABASE);
		other = new RunningService(DATABASE);
		await().atMost(Duration.ofSeconds(10)).until(() -> service.readiness() == 200 && other.readiness() == 200);
	}

	@AfterAll
	static void stop() {
		service.close();
		other.close();
	}

	@Test
	void joinsWhatAnotherDid() {
		tell("join-cookie", event("join-cookie", "view", "join-kettle", NOW),
				event("join-account", "view", "join-cup", NOW.minusSeconds(60)));
		join("join-account", "join-cookie");
		assertThat(service.shelves("join-account").viewed()).containsExactly("join-kettle", "join-cup");
		assertThat(service.shelves("join-cookie").viewed()).isEmpty();
		await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
			assertThat(other.shelves("join-account").viewed()).containsExactly("join-kettle", "join-cup");
			assertThat(other.shelves("join-cookie").viewed()).isEmpty();
		});
	}

	@Test
	void countsOnceWhatBothDid() {
		Map<String, String> search = Map.of("visitor", "both-cookie", "type", "search", "query", "tea", "at",
				NOW.toString());
		service.tell(List.of(event("both-cookie", "view", "both-kettle", NOW), search,
				event("both-account", "view", "both-kettle", NOW)));
		join("both-account", "both-cookie");
		join("both-account", "both-cookie");
		assertThat(service.stored("both-account")).isEqualTo(2);
		assertThat(service.stored("both-cookie")).isZero();
	}

	@Test
	void letsLateEventsFollow() {
		join("late-account", "late-cookie");
		service.tell(List.of(event("late-cookie", "view", "late-kettle", NOW)));
		assertThat(service.stored("late-account")).isOne();
		await().atMost(Duration.ofSeconds(2))
			.until(() -> other.shelves("late-account").viewed().contains("late-kettle"));
	}

	@Test
	void joinsAChainInAnyOrder() {
		service.tell(List.of(event("chain-a", "view", "chain-kettle", NOW),
				event("chain-b", "view", "chain-cup", NOW.plusSeconds(1))));
		join("chain-c", "chain-b");
		join("chain-b", "chain-a");
		service.tell(List.of(event("chain-a", "view", "chain-pot", NOW.plusSeconds(2))));
		assertThat(service.stored("chain-c")).isEqualTo(3);
		join("chain-d", "chain-c");
		service.tell(List.of(event("chain-a", "view", "chain-tea", NOW.plusSeconds(3))));
		assertThat(service.stored("chain-d")).isEqualTo(4);
	}

	@Test
	void joinsBackWhoHadJoined() {
		service.tell(List.of(event("back-a", "view", "back-kettle", NOW)));
		join("back-b", "back-a");
		join("back-a", "back-b");
		join("back-a", "back-a");
		service.tell(List.of(event("back-b", "view", "back-cup", NOW), event("back-a", "view", "back-pot", NOW)));
		assertThat(service.stored("back-a")).isEqualTo(3);
		assertThat(service.stored("back-b")).isZero();
	}

	@Test
	void leavesToAnEarlierAccountWhatBecameItsOwn() {
		service.tell(List.of(event("shared-cookie", "view", "shared-kettle", NOW)));
		join("shared-first", "shared-cookie");
		join("shared-second", "shared-cookie");
		service.tell(List.of(event("shared-cookie", "view", "shared-cup", NOW)));
		assertThat(service.stored("shared-first")).isOne();
		assertThat(service.stored("shared-second")).isOne();
	}

	@Test
	void forgetsAtOnceAndForGood() {
		tell("gone", event("gone", "view", "gone-kettle", NOW), event("gone", "view", "gone-cup", NOW.plusSeconds(1)));
		service.forget("gone").expectStatus().isNoContent();
		assertThat(service.shelves("gone").viewed()).isEmpty();
		assertThat(service.get("/visitors/gone/recommendations").reasoned()).isEmpty();
		assertThat(service.stored("gone")).isZero();
		await().atMost(Duration.ofSeconds(2)).until(() -> other.shelves("gone").viewed().isEmpty());
		service.forget("gone").expectStatus().isNoContent();
		try (RunningService next = new RunningService(DATABASE)) {
			await().atMost(Duration.ofSeconds(10)).until(() -> next.readiness() == 200);
			assertThat(next.shelves("gone").viewed()).isEmpty();
		}
	}

	@Test
	void showsNobodyWhatOnlyOneHadToldWhoIsForgotten() {
		tell("alone", event("alone", "view", "alone-kettle", NOW), event("alone", "view", "alone-cup", NOW));
		assertThat(service.get("/products/alone-kettle/related").ids()).containsExactly("alone-cup");
		service.forget("alone").expectStatus().isNoContent();
		for (RunningService each : List.of(service, other)) {
			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
				assertThat(each.get("/products/alone-kettle/related").ids()).isEmpty();
				assertThat(each.get("/trending?limit=100").ids()).doesNotContain("alone-kettle", "alone-cup");
			});
		}
	}

	@Test
	void keepsOutWhatComesLateOfSomeoneForgotten() {
		join("quiet-account", "quiet-cookie");
		service.forget("quiet-account").expectStatus().isNoContent();
		service.tell(List.of(event("quiet-account", "view", "quiet-kettle", NOW),
				event("quiet-cookie", "view", "quiet-cup", NOW)));
		assertThat(service.stored("quiet-account")).isZero();
		Instant later = Instant.now().plusSeconds(5);
		service.tell(List.of(event("quiet-cookie", "view", "quiet-pot", later)));
		await().atMost(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(other.shelves("quiet-account").viewed()).containsExactly("quiet-pot"));
	}

	@Test
	void keepsOutWhatIsToldAgainOfSomeoneForgottenAlsoByAClockThatIsAhead() {
		List<Map<String, String>> told = List.of(event("ahead", "view", "ahead-kettle", Instant.now().plusSeconds(120)),
				event("ahead", "view", "ahead-cup", NOW));
		service.tell(told);
		for (int i = 0; i < 2; i++) {
			service.forget("ahead").expectStatus().isNoContent();
			service.post(told).expectStatus().isAccepted().expectBody().json("""
					{"taken":0,"damped":0,"forgotten":2,"skipped":[]}""");
			assertThat(service.stored("ahead")).isZero();
		}
	}

	@Test
	void losesNothingWhenAllHappensAtOnce() throws Exception {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				String cookie = "busy-cookie-" + i;
				all.add(executor.submit(() -> service.tell(List.of(event(cookie, "view", "busy-" + cookie, NOW)))));
				all.add(executor.submit(() -> join("busy-account", cookie)));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(service.stored("busy-account")).isEqualTo(20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"from\":null}", "{\"from\":\"a\\u0000b\"}", "{\"from\":\"\"}", "{\"from\":{}}",
			"[]", "not json" })
	void refusesAJoinWithoutAVisitor(String body) {
		service.join("strict", body).expectStatus().isBadRequest();
	}

	@Test
	void refusesAVisitorThatIsNone() {
		service.join("a\tb", Map.of("from", "c")).expectStatus().isBadRequest();
		service.forget("a\tb").expectStatus().isEqualTo(HttpStatus.BAD_REQUEST);
	}

	private static void join(String visitor, String from) {
		service.join(visitor, Map.of("from", from)).expectStatus().isNoContent();
	}

	/** Returns when both instances know. */
	private static void tell(String visitor, Map<String, String> first, Map<String, String> second) {
		service.tell(List.of(first, second));
		await().atMost(Duration.ofSeconds(2))
			.until(() -> !service.shelves(visitor).viewed().isEmpty() && !other.shelves(visitor).viewed().isEmpty());
	}

}
