package dev.clickpath.gateway.limits;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitsTests {

	private final AtomicLong now = new AtomicLong();

	private final RateLimits limits = new RateLimits(Map.of(Route.PAGE, new Policy(3, Duration.ofSeconds(3)),
			Route.SEARCH, new Policy(1, Duration.ofSeconds(3))), 10_000, this.now::get);

	private boolean grants(String address, Route route) {
		return this.limits.take(Clients.of(InetAddress.ofLiteral(address), route)).granted();
	}

	@Test
	void countsEachAddressAndEachRouteByItself() {
		for (int i = 0; i < 3; i++) {
			assertThat(grants("203.0.113.9", Route.PAGE)).isTrue();
		}
		assertThat(grants("203.0.113.9", Route.PAGE)).isFalse();
		assertThat(grants("203.0.113.9", Route.SEARCH)).isTrue();
		assertThat(grants("203.0.113.10", Route.PAGE)).isTrue();
	}

	@Test
	void countsANetworkOfIpv6AsOneAddress() {
		assertThat(grants("2001:db8:1:2::1", Route.SEARCH)).isTrue();
		assertThat(grants("2001:db8:1:2:3:4:5:6", Route.SEARCH)).isFalse();
		assertThat(grants("2001:db8:1:3::1", Route.SEARCH)).isTrue();
	}

	@Test
	void tellsVisitorsApart() {
		assertThat(this.limits.take(Clients.of("a", Route.SEARCH)).granted()).isTrue();
		assertThat(this.limits.take(Clients.of("b", Route.SEARCH)).granted()).isTrue();
		assertThat(this.limits.take(Clients.of("a", Route.SEARCH)).granted()).isFalse();
	}

	@Test
	void aMillionAddressesNeedNoMoreMemoryThanTheBoundAllows() {
		long before = used();
		for (int i = 0; i < 1_000_000; i++) {
			this.limits.take(new Clients.Key(i * 0x9E3779B97F4A7C15L, 4, Route.PAGE));
		}
		assertThat(this.limits.tracked()).isLessThanOrEqualTo(10_000);
		assertThat(used() - before).isLessThan(8 * 1024 * 1024);
		// Reachable until here.
		assertThat(this.limits.policy(Route.PAGE).requests()).isEqualTo(3);
	}

	private static long used() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	@ParameterizedTest(name = "{0} {1} is {2}")
	@CsvSource({ "GET, /, PAGE", "GET, /search, SEARCH", "GET, /search/suggestions, SEARCH", "GET, /searching, PAGE",
			"GET, /sign-in, PAGE", "POST, /sign-in, SIGN_IN", "POST, /register, SIGN_IN", "POST, /basket/items, PAGE" })
	void knowsWhatIsAskedFor(String method, String path, Route route) {
		assertThat(Route.of(method, path)).isEqualTo(route);
	}

}
