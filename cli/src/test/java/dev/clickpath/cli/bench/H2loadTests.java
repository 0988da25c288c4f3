package dev.clickpath.cli.bench;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class H2loadTests {

	private static final int[] MICROS = IntStream.rangeClosed(1, 200).toArray();

	private static final String OUTPUT = """
			starting benchmark...
			progress: 100%% of clients started
			Application protocol: h2

			finished in 2.50s, 40.00 req/s, 9.77KB/s
			requests: 100 total, 116 started, 100 done, %d succeeded, %d failed, %2$d errored, 0 timeout
			status codes: %1$d 2xx, %d 3xx, 0 4xx, 0 5xx
			traffic: 14.50MB (15202467) total, 9.95MB (10431628) headers (space savings 0.00%%), 9.77KB (%d) data
			                     min         max         mean         sd        +/- sd
			time for request:      117us     21.02ms       331us       306us    98.80%%
			""";

	@Test
	void readsRequestsTimeAndPercentiles() {
		assertThat(H2load.parse(OUTPUT.formatted(100, 0, 0, 1_000), MICROS, 10))
			.isEqualTo(new Load(100, 2_500_000, 101, 199, 0, 0));
	}

	@Test
	void countsWhatFailed() {
		assertThat(H2load.parse(OUTPUT.formatted(98, 2, 0, 1_000), MICROS, 10).errors()).isEqualTo(2);
	}

	@Test
	void countsWhatIsNotTwoHundred() {
		assertThat(H2load.parse(OUTPUT.formatted(100, 0, 3, 1_000), MICROS, 10).errors()).isEqualTo(3);
	}

	@Test
	void noAnswerIsRightWhenTheBodiesAreTooShort() {
		assertThat(H2load.parse(OUTPUT.formatted(100, 0, 0, 999), MICROS, 10).errors()).isEqualTo(100);
	}

	@Test
	void refusesToCallSilenceAFigure() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> H2load.parse(OUTPUT.formatted(0, 100, 0, 0), MICROS, 10))
			.withMessageStartingWith("Not one request was answered");
	}

	@Test
	void quotesWhatItDoesNotKnow() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> H2load.parse("Oops", MICROS, 10))
			.withMessage("h2load printed something unknown: Oops.");
	}

	@Test
	void readsTheTimesOfTheLog() {
		assertThat(H2load.micros(Stream.of("1795567001294765\t200\t409", "1795567001294766\t200\t37")))
			.containsExactly(37, 409);
	}

}
