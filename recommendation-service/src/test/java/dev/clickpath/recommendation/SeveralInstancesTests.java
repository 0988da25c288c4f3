package dev.clickpath.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.defaults.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static dev.clickpath.recommendation.RunningService.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What one instance was told, the next one and the other one know.
 */
class SeveralInstancesTests {

	private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

	private final JdbcConnectionDetails database = TestPostgres.freshDatabase();

	@Test
	void knowAfterTheStartAndFromEachOther() {
		try (RunningService first = new RunningService(this.database)) {
			first.tell(crowd());
			first.tell(List.of(event("anna", "view", "tea1", NOW), event("ben", "view", "bike1", NOW)));
			await().atMost(Duration.ofSeconds(2)).until(() -> first.shelves("ben").viewed().contains("bike1"));
			assertThat(first.get("/visitors/anna/recommendations?limit=6").ids()).isNotEmpty()
				.allMatch((id) -> id.startsWith("tea"));
			assertThat(first.get("/visitors/ben/recommendations?limit=6").ids()).isNotEmpty()
				.allMatch((id) -> id.startsWith("bike"));
			await().atMost(Duration.ofSeconds(20)).until(() -> first.recipes() == 1);
		}
		try (RunningService second = new RunningService(this.database);
				RunningService third = new RunningService(this.database)) {
			await().atMost(Duration.ofSeconds(5)).until(() -> second.readiness() == 200 && third.readiness() == 200);
			await().atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(second.get("/visitors/anna/recommendations?limit=6").ids()).isNotEmpty()
					.allMatch((id) -> id.startsWith("tea"))
					.isEqualTo(third.get("/visitors/anna/recommendations?limit=6").ids()));
			second.tell(List.of(event("anna", "view", "tea2", NOW.plusSeconds(60))));
			await().atMost(Duration.ofSeconds(2))
				.untilAsserted(() -> assertThat(third.shelves("anna").viewed()).containsExactly("tea2", "tea1"));
		}
	}

	@Test
	void recallWhoWasAwayWhileManyOthersCame() {
		try (RunningService first = new RunningService(this.database)) {
			first.tell(List.of(event("anna", "view", "kettle", NOW), event("anna", "purchase", "kettle", NOW)));
			first.tell(crowd());
		}
		try (RunningService second = new RunningService(this.database,
				"--clickpath.recommendation.learning.latest-events=20")) {
			await().atMost(Duration.ofSeconds(10)).until(() -> second.readiness() == 200);
			assertThat(second.get("/visitors/stranger/recommendations").reasoned()).isEmpty();
			second.tell(List.of(event("anna", "view", "tea1", NOW.plusSeconds(60)), event("ben", "view", "tea1", NOW),
					event("ben", "view", "kettle", NOW)));
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(second.shelves("anna").viewed()).containsExactly("tea1"));
			assertThat(second.get("/visitors/anna/recommendations?limit=100").ids()).doesNotContain("kettle");
			assertThat(second.get("/visitors/ben/recommendations?limit=100").ids()).doesNotContain("kettle");
			assertThat(second.shelves("tea-lover-0").viewed()).isNotEmpty();
		}
	}

	@Test
	void learnInWhichOrderProductsFollowEachOtherAlsoWhereTimesDoNotTell() {
		try (RunningService service = new RunningService(this.database)) {
			for (int i = 0; i < 5; i++) {
				service.tell(walkers(i * 100, 100));
			}
			service.tell(List.of(event("anna", "view", "p30", NOW), event("anna", "view", "p31", NOW)));
			await().atMost(Duration.ofSeconds(30)).until(() -> service.recipes() == 1);
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(service.get("/visitors/anna/recommendations?limit=5").ids())
					.startsWith("p32"));
		}
	}

	/** Everybody goes on to the next number, and all at the same moment. */
	private static List<Map<String, String>> walkers(int from, int visitors) {
		List<Map<String, String>> events = new ArrayList<>();
		for (int visitor = from; visitor < from + visitors; visitor++) {
			for (int step = 0; step < 6; step++) {
				events.add(event("walker-" + visitor, "view", "p" + (visitor * 7 % 60 + step), NOW));
			}
		}
		return events;
	}

	private static List<Map<String, String>> crowd() {
		List<Map<String, String>> events = new ArrayList<>();
		for (int visitor = 0; visitor < 20; visitor++) {
			for (int i = 0; i < 6; i++) {
				Instant at = NOW.minusSeconds(10_000L - visitor * 10L - i);
				events.add(event("tea-lover-" + visitor, "view", "tea" + (visitor + i * i) % 12, at));
				events.add(event("biker-" + visitor, "view", "bike" + (visitor + i * i) % 12, at));
			}
		}
		return events;
	}

}
