package dev.clickpath.cli.bench;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class FiguresTests {

	private static final Page HOME = new Page("home", new Browser(URI.create("http://localhost/")), List.of(), "",
			new Weight(40_960, 9_000));

	@Test
	void theMedianIsTheMiddleOne() {
		assertThat(Median.of(9, 1, 2)).isEqualTo(2);
		assertThat(Median.of(4, 1, 9, 2)).isEqualTo(3);
		assertThatIllegalArgumentException().isThrownBy(Median::of);
	}

	@Test
	void anOddRoundDoesNotCount() {
		Figures figures = Figures.of(HOME,
				List.of(round(2_000, 8_000, 1.0, 0), round(10, 900_000, 50.0, 3), round(1_800, 9_000, 1.2, 1)));
		assertThat(figures.requestsPerSecond()).isEqualTo(900);
		assertThat(figures.p50Millis()).isEqualTo(4.5);
		assertThat(figures.p99Millis()).isEqualTo(9);
		Figures.Cpu cpu = Objects.requireNonNull(figures.cpuMillis());
		assertThat(cpu.total()).isCloseTo(2.4, within(1e-9));
		assertThat(cpu.byProcess()).containsEntry("gateway", 1.2);
	}

	@Test
	void noErrorIsLost() {
		Figures figures = Figures.of(HOME, List.of(round(2_000, 8_000, 1, 0), round(2_000, 8_000, 1, 5)));
		assertThat(figures.errors()).isEqualTo(5);
	}

	@Test
	void cpuIsSharedAmongThePages() {
		SequencedMap<String, Duration> before = new LinkedHashMap<>(Map.of("gateway", Duration.ofSeconds(10)));
		SequencedMap<String, Duration> after = new LinkedHashMap<>(Map.of("gateway", Duration.ofSeconds(13)));
		assertThat(Measurement.perPage(before, after, 1_500)).containsExactly(Map.entry("gateway", 2.0));
	}

	@Test
	void storefrontsAreOneColumn() {
		assertThat(List.of("postgres", "storefront-1", "storefront-12", "cdn-edge", "catalog-service"))
			.extracting(Meter::column)
			.containsExactly("PostgreSQL", "storefronts", "storefronts", "edge", "catalog");
	}

	@Test
	void theTableShowsPagesAndTheirProcesses() {
		Figures home = Figures.of(HOME, List.of(round(2_000_000, 8_000, 1.0, 1)));
		Page other = new Page("peer", HOME.browser(), List.of(), "", new Weight(20_000, 20_000));
		Figures peer = Figures.of(other, List.of(new Measurement(new Load(500, 1_000_000, 2_000, 3_000, 0, 0),
				new LinkedHashMap<>(Map.of("peer", 0.75)), 0.02)));
		Figures unseen = Figures.of(other,
				List.of(new Measurement(new Load(1, 1_000_000, 2_000, 3_000, 0, 0), new LinkedHashMap<>(), 0.02)));
		assertThat(new Report(List.of(home, peer, unseen)).lines()).containsExactly(
				"PAGE      REQ/S  P50 MS  P99 MS   BYTES    GZIP  ERRORS  CPU MS  gateway  storefronts  (client)",
				"home  1,000,000     4.0     8.0  40,960   9,000       1   2.000    1.000        1.000     0.025",
				"peer        500     2.0     3.0  20,000  20,000       0   0.750        -            -     0.020",
				"peer          1     2.0     3.0  20,000  20,000       0       -        -            -     0.020");
	}

	private static Measurement round(long requests, long p99Micros, double cpu, long wrong) {
		SequencedMap<String, Double> cpuMillis = new LinkedHashMap<>();
		cpuMillis.put("gateway", cpu);
		cpuMillis.put("storefronts", cpu);
		return new Measurement(new Load(requests, 2_000_000, p99Micros / 2, p99Micros, wrong, 0), cpuMillis, 0.025);
	}

}
