package dev.clickpath.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TellingFiguresTests {

	@Test
	void comparesWhatStoodSideBySideAndTakesTheMiddleOfTheRounds() {
		TellingFigures figures = TellingFigures.of(Map.of("home",
				List.of(pair(1_000, 980, 2.0, 2.1), pair(500, 495, 4.0, 4.04), pair(1_000, 970, 2.0, 2.0))));
		TellingFigures.Cost home = figures.pages().getFirst();
		assertThat(home.throughputChange()).isEqualTo(-2.0, within(0.01));
		assertThat(home.cpuChange()).isEqualTo(1.0, within(0.01));
		assertThat(home.silentRequestsPerSecond()).isEqualTo(1_000);
		assertThat(home.errors()).isEqualTo(6);
		assertThat(figures.throughputChange()).isEqualTo(home.throughputChange());
		assertThat(figures.lines()).hasSize(3).last().satisfies((line) -> assertThat(line).contains("-2.0", "+1.0"));
	}

	private static TellingFigures.Pair pair(int silent, int telling, double silentCpu, double tellingCpu) {
		return new TellingFigures.Pair(measurement(silent, silentCpu), measurement(telling, tellingCpu));
	}

	private static Measurement measurement(int requestsPerSecond, double cpuMillis) {
		SequencedMap<String, Double> cpu = new LinkedHashMap<>(Map.of("storefronts", cpuMillis));
		return new Measurement(new Load(requestsPerSecond, 1_000_000, 0, 0, 1, 0), cpu, 0);
	}

}
