package dev.clickpath.cli.click;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PracticeTests {

	private long now;

	@ParameterizedTest
	@CsvSource({ "PT0.01S, 20", "PT0.5S, 6", "PT1S, 3", "PT5S, 1" })
	void endsSoonWherePagesAreSlow(Duration page, int times) throws Exception {
		assertThat(practise(Practice.usual(), page)).isEqualTo(times);
	}

	@ParameterizedTest
	@CsvSource({ "PT0.01S, 0", "PT5S, 30" })
	void isDoneAsOftenAsItWasAskedFor(Duration page, int times) throws Exception {
		assertThat(practise(Practice.of(times), page)).isEqualTo(times);
	}

	private int practise(Practice practice, Duration page) throws Exception {
		return practice.run(() -> this.now += page.toNanos(), () -> this.now);
	}

}
