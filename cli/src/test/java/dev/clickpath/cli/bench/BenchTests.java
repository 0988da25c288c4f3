package dev.clickpath.cli.bench;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The whole measurement, of a small stand-in. Needs wrk.
 */
class BenchTests {

	private static final Duration MOMENT = Duration.ofSeconds(1);

	private final StandInShop shop = new StandInShop();

	private final Browser browser = new Browser(this.shop.address().resolve("/"));

	@BeforeEach
	void needsWrk() {
		if (System.getProperty("clickpath.leave-nothing-out") == null) {
			assumeThat(System.getenv("PATH").split(File.pathSeparator))
				.anyMatch((folder) -> Path.of(folder, "wrk").toFile().canExecute());
		}
	}

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void measuresEveryKindOfPageAsManyShoppers() {
		List<Page> pages = Page.ofShop(this.browser);
		try (Wrk wrk = wrk(Coding.PLAIN)) {
			assertThat(pages).extracting(Page::name).containsExactly("home", "department", "product", "search");
			for (Page page : pages) {
				Measurement measurement = Measurement.take(wrk, page,
						Meter.of("shop", List.of(ProcessHandle.current().pid())), MOMENT);
				Load load = measurement.load();
				assertThat(load.errors()).as(page.name()).isZero();
				assertThat(load.requestsPerSecond()).isGreaterThan(10);
				assertThat(load.p50Micros()).isPositive().isLessThanOrEqualTo(load.p99Micros());
				assertThat(measurement.cpuMillis().get("shop")).isPositive();
			}
		}
		assertThat(this.shop.visitors()).isEqualTo(64);
	}

	@Test
	void weighsPagesPlainAndCompressed() {
		Weight weight = Page.ofShop(this.browser).getFirst().weight();
		assertThat(weight.plain()).isGreaterThan(4_000);
		assertThat(weight.gzip()).isBetween(50, weight.plain() / 2);
	}

	@Test
	void takesCompressedAnswersForRight() {
		Page home = Page.ofShop(this.browser).getFirst();
		try (Wrk wrk = wrk(Coding.GZIP)) {
			assertThat(wrk.run(home, MOMENT).errors()).isZero();
		}
	}

	@Test
	void countsEveryAnswerThatIsNotPersonal() {
		Page home = Page.ofShop(this.browser).getFirst();
		this.shop.forget();
		try (Wrk wrk = wrk(Coding.PLAIN)) {
			Load load = wrk.run(home, MOMENT);
			assertThat(load.wrong()).isPositive().isGreaterThanOrEqualTo(load.requests());
		}
	}

	@Test
	void countsEveryAnswerThatIsNotOk() {
		Page product = Page.ofShop(this.browser).get(2);
		this.shop.fail();
		try (Wrk wrk = wrk(Coding.PLAIN)) {
			Load load = wrk.run(product, MOMENT);
			assertThat(load.wrong()).isPositive().isGreaterThanOrEqualTo(load.requests());
		}
	}

	@Test
	void saysWhichPageDoesNotAnswerWell() {
		this.shop.fail();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Page.ofShop(this.browser))
			.withMessage("%s/ answers 500 instead of 200; see ./clickpath status and logs.", this.shop.address());
	}

	private static Wrk wrk(Coding coding) {
		return new Wrk(Wrk.find(System.getenv("PATH")), 4, coding);
	}

}
