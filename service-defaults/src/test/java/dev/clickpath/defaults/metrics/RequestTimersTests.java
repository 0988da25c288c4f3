package dev.clickpath.defaults.metrics;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTimersTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final RequestTimers<Route> timers = new RequestTimers<>(this.registry, Route.class, Route::path);

	private enum Route {

		HOME("/"), OTHER("other");

		private final String path;

		Route(String path) {
			this.path = path;
		}

		String path() {
			return this.path;
		}

	}

	@Test
	void measuresByRouteMethodAndStatus() {
		this.timers.record(Route.HOME, "GET", 200, 2_000_000);
		this.timers.record(Route.HOME, "GET", 200, 4_000_000);
		this.timers.record(Route.OTHER, "POST", 503, 1_000_000);
		Timer home = timer("/", "GET", "200", "SUCCESS");
		assertThat(home.count()).isEqualTo(2);
		assertThat(home.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(6);
		assertThat(timer("other", "POST", "503", "SERVER_ERROR").count()).isOne();
		assertThat(this.registry.getMeters()).hasSize(2);
	}

	@Test
	void whatClientsMakeUpIsOneLabel() {
		this.timers.record(Route.OTHER, "BREW", 200, 1);
		this.timers.record(Route.OTHER, "get", 200, 1);
		this.timers.record(Route.OTHER, "DELETE", 200, 1);
		assertThat(timer("other", "OTHER", "200", "SUCCESS").count()).isEqualTo(3);
	}

	@Test
	void anAnswerThatNobodyWaitedForIsOfUnknownOutcome() {
		this.timers.record(Route.HOME, "HEAD", RequestTimers.UNKNOWN, 1);
		this.timers.record(Route.HOME, "HEAD", 99, 1);
		this.timers.record(Route.HOME, "HEAD", 600, 1);
		assertThat(timer("/", "HEAD", "UNKNOWN", "UNKNOWN").count()).isEqualTo(3);
	}

	private Timer timer(String uri, String method, String status, String outcome) {
		return this.registry.get("http.server.requests")
			.tags("uri", uri, "method", method, "status", status, "outcome", outcome)
			.timer();
	}

}
