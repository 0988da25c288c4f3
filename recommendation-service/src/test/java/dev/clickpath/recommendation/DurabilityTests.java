package dev.clickpath.recommendation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.defaults.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What was acknowledged outlives {@code kill -9}.
 */
class DurabilityTests {

	private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

	private static final int TELLERS = 8;

	private static final int BATCH = 20;

	@Test
	void losesNothingAcknowledgedWhenItIsKilledAndHalvesNoRequest(@TempDir Path folder) throws Exception {
		JdbcConnectionDetails database = TestPostgres.freshDatabase();
		Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
		AtomicInteger told = new AtomicInteger();
		try (KilledService service = new KilledService(database, folder);
				ExecutorService tellers = Executors.newFixedThreadPool(TELLERS)) {
			for (int teller = 0; teller < TELLERS; teller++) {
				var _ = tellers.submit(() -> tellUntilItIsGone(service, told, acknowledged));
			}
			await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > 200);
			service.kill();
		}
		assertThat(told.get()).as("some were under way").isGreaterThan(acknowledged.size());
		try (RunningService next = new RunningService(database)) {
			for (int request = 0; request < told.get(); request++) {
				long stored = next.stored("v" + request);
				assertThat(stored).as("request %d", request).isIn(0L, (long) BATCH);
				assertThat(stored == BATCH || !acknowledged.contains(request)).as("request %d is there", request)
					.isTrue();
			}
			for (int request = 0; request < told.get(); request++) {
				next.tell(events(request));
			}
			assertThat(next.stored()).isEqualTo((long) BATCH * told.get());
		}
	}

	private static void tellUntilItIsGone(KilledService service, AtomicInteger told, Set<Integer> acknowledged) {
		try {
			boolean there = true;
			while (there) {
				int request = told.getAndIncrement();
				there = service.acknowledges(JsonMapper.shared().writeValueAsString(events(request)));
				if (there) {
					acknowledged.add(request);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static List<Map<String, String>> events(int request) {
		List<Map<String, String>> events = new ArrayList<>();
		for (int i = 0; i < BATCH; i++) {
			events.add(RunningService.event("v" + request, "view", "p" + i, NOW.plusSeconds(i)));
		}
		return events;
	}

}
