package dev.clickpath.catalog.slow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class DelayTests {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Delay delay = new Delay(() -> this.now);

	private final DelayEndpoint endpoint = new DelayEndpoint(this.delay);

	@Test
	void requestsWaitWhileItLastsAndNotBeforeOrAfter() throws Exception {
		assertThat(waited()).isEmpty();
		assertThat(this.endpoint.set(300, 60).getStatus()).isEqualTo(200);
		assertThat(waited()).containsExactly(Duration.ofMillis(300));
		this.now = this.now.plusSeconds(59);
		assertThat(waited()).containsExactly(Duration.ofMillis(300));
		this.now = this.now.plusSeconds(1);
		assertThat(waited()).isEmpty();
	}

	@Test
	void canBeEndedAndHasBounds() throws Exception {
		this.endpoint.set(300, 60);
		assertThat(this.endpoint.set(1_001, 60).getStatus()).isEqualTo(400);
		assertThat(this.endpoint.set(300, 61).getStatus()).isEqualTo(400);
		assertThat(this.endpoint.set(-1, 1).getStatus()).isEqualTo(400);
		assertThat(waited()).hasSize(1);
		this.endpoint.set(0, 0);
		assertThat(waited()).isEmpty();
	}

	/** How long a request waits; each of them goes through in the end. */
	private List<Duration> waited() throws Exception {
		List<Duration> waits = new ArrayList<>();
		MockFilterChain chain = new MockFilterChain();
		new DelayFilter(this.delay, waits::add).doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(),
				chain);
		assertThat(chain.getRequest()).isNotNull();
		return waits;
	}

}
