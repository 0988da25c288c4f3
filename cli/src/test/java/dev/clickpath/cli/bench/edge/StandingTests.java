package dev.clickpath.cli.bench.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.bench.Load;
import dev.clickpath.cli.bench.Measurement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StandingTests {

	private static final Case TEST = Case.hits().getFirst();

	@Test
	void anOddRoundDoesNotCount() {
		Standing standing = standing("edge", round(40_000, 0.020), round(100, 5), round(42_000, 0.022));
		assertThat(standing.requestsPerSecond()).isEqualTo(40_000);
		assertThat(standing.p50Millis()).isEqualTo(0.3);
		assertThat(standing.p99Millis()).isEqualTo(0.9);
		assertThat(standing.cpuMicros()).isCloseTo(22, within(1e-9));
	}

	@Test
	void tellsHowMuchOfACoreWasUsed() {
		Standing standing = standing("edge", round(40_000, 0.020));
		assertThat(standing.busy()).isCloseTo(0.8, within(1e-9));
		assertThat(standing.clientBusy()).isCloseTo(0.4, within(1e-9));
	}

	@Test
	void putsTheEdgeBesideEachPeerOfTheSameCase() {
		Case other = Case.hits().getLast();
		List<Standing> standings = Contest
			.compare(List.of(standing("edge", round(40_000, 0.020)), standing("nginx", round(20_000, 0.050)),
					Standing.of(other, "nginx", 10, List.of(round(20_000, 0.050)))));
		assertThat(standings.get(0).edge()).isNull();
		assertThat(standings.get(1).edge()).isEqualTo(new Standing.Ratio(2, 0.4));
		assertThat(standings.get(2).edge()).isNull();
	}

	private static Standing standing(String server, Measurement... rounds) {
		return Standing.of(TEST, server, 10_240, List.of(rounds));
	}

	private static Measurement round(long requests, double cpuMillis) {
		return new Measurement(new Load(requests, 1_000_000, 300, 900, 0, 0),
				new LinkedHashMap<>(Map.of("server", cpuMillis)), 0.010);
	}

}
