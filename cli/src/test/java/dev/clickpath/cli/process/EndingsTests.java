package dev.clickpath.cli.process;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EndingsTests {

	@Test
	void killsWhoDoesNotFollowAndWhatItStarted() throws Exception {
		Process stubborn = new ProcessBuilder("sh", "-c", "trap '' TERM; sh -c 'trap \"\" TERM; read x' <&0; read y")
			.start();
		await().until(() -> stubborn.descendants().count() == 1);
		List<ProcessHandle> family = stubborn.descendants().toList();
		Endings.end(stubborn.toHandle(), Signal.TERM, Duration.ofMillis(300));
		assertThat(stubborn.isAlive()).isFalse();
		assertThat(family).noneMatch(ProcessHandle::isAlive);
	}

	@Test
	void asksFirst() throws Exception {
		Process polite = new ProcessBuilder("sh", "-c", "trap 'exit 7' TERM; while :; do read x; done").start();
		await().until(() -> polite.toHandle().info().command().isPresent());
		Endings.end(polite.toHandle(), Signal.TERM, Duration.ofSeconds(10));
		assertThat(polite.waitFor()).isIn(7, 143);
	}

}
