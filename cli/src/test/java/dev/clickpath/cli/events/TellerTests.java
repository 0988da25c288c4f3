package dev.clickpath.cli.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TellerTests {

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	private final Report report = new Report(new PrintStream(this.said, true, StandardCharsets.UTF_8));

	@SuppressWarnings("NullAway.Init")
	private StandInRecommendations service;

	@BeforeEach
	void serve() throws IOException {
		this.service = new StandInRecommendations();
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void tellsBatchesOfAThousandInTheirOrder() {
		try (Teller teller = teller()) {
			for (int i = 1; i <= 2_500; i++) {
				teller.tell(line(i));
			}
			teller.flush();
			teller.flush();
		}
		assertThat(this.service.bodies()).extracting((body) -> body.lines().count())
			.containsExactly(1_000L, 1_000L, 500L);
		assertThat(this.service.bodies().get(1)).startsWith("{\"visitor\":\"1001\"}\n");
		assertThat(this.report.summary()).startsWith("2,500 events taken in ");
	}

	@Test
	void tellsABatchAgainUntilItIsTaken() {
		this.service.isUnavailable(2);
		try (Teller teller = teller()) {
			teller.tell(line(1));
			teller.flush();
		}
		assertThat(this.service.bodies()).hasSize(3).containsOnly("{\"visitor\":\"1\"}\n");
		assertThat(this.report.summary()).startsWith("1 events taken");
	}

	@Test
	void countsWhatIsNoEvent() {
		try (Teller teller = teller()) {
			teller.tell(new EventLine(7, null));
			teller.tell(new EventLine(9, Map.of("visitor", "bad")));
			teller.tell(line(10));
			teller.flush();
		}
		assertThat(this.report.summary()).startsWith("1 events taken").contains("2 lines are no events");
		assertThat(this.said.toString(StandardCharsets.UTF_8)).isEqualTo("""
				Line 7: it has too many or too few columns, or is too long.
				Line 9: type is missing.
				""");
	}

	@Test
	void tellsWhatTheShopHasNotKept() {
		this.report.taken(5, 2, 3);
		assertThat(this.report.summary()).startsWith("5 events taken")
			.contains("2 were left out, being too many", "3 were left out, being older");
	}

	@Test
	void givesUpAtOnceWhenTheShopRefuses() {
		this.service.answersWith(415);
		try (Teller teller = teller()) {
			teller.tell(line(1));
			assertThatExceptionOfType(Problem.class).isThrownBy(teller::flush).withMessageContaining("status 415");
		}
		assertThat(this.service.bodies()).hasSize(1);
	}

	private Teller teller() {
		return new Teller(this.service.address(), this.report);
	}

	private static EventLine line(int number) {
		return new EventLine(number, Map.of("visitor", Integer.toString(number)));
	}

}
