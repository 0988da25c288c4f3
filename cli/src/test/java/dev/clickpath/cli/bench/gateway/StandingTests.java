package dev.clickpath.cli.bench.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.bench.Load;
import dev.clickpath.cli.bench.Measurement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StandingTests {

	@Test
	void anOddRoundDoesNotCount() {
		Standing standing = Standing.of("gateway", List.of(round(10_000, 0.090), round(100, 5), round(11_000, 0.094)),
				List.of(load(900), load(70_000), load(1_100)));
		assertThat(standing.requestsPerSecond()).isEqualTo(10_000);
		assertThat(standing.p50Millis()).isEqualTo(0.3);
		assertThat(standing.p99Millis()).isEqualTo(0.9);
		assertThat(standing.cpuMicros()).isCloseTo(94, within(1e-9));
		assertThat(standing.halfP99Millis()).isEqualTo(1.1);
	}

	@Test
	void halfTheLoadMayBeLeftOut() {
		assertThat(standing("gateway", 10_000).halfP99Millis()).isNull();
	}

	@Test
	void putsTheGatewayBesideEachOfTheOthersAlsoWhereTheyAreLevel() {
		assertThat(Standing.compare(List.of(standing("gateway", 10_000), standing("nginx", 40_000),
				standing("Spring Cloud Gateway", 10_000))))
			.extracting(Standing::gateway)
			.containsExactly(null, 0.25, 1.0);
	}

	private static Standing standing(String balancer, long requests) {
		return Standing.of(balancer, List.of(round(requests, 0.1)), List.of());
	}

	private static Measurement round(long requests, double cpuMillis) {
		return new Measurement(new Load(requests, 1_000_000, 300, 900, 0, 0),
				new LinkedHashMap<>(Map.of("balancer", cpuMillis)), 0.010);
	}

	private static Load load(long p99Micros) {
		return new Load(5_000, 1_000_000, 200, p99Micros, 0, 0);
	}

}
